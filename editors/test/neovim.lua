-- Runs inside Neovim, which has been configured by the recipe, and notes what it shows.

local notes = io.open(vim.env.NOTES, "w")

local function note(...)
  notes:write(table.concat({ ... }, " "), "\n")
  notes:flush()
end

local function open(command, name)
  vim.cmd(command .. " " .. vim.fn.fnameescape(vim.env.CONNECTOR .. "/" .. name))
  return vim.api.nvim_get_current_buf()
end

-- All findings that are shown in a buffer, each as `line rule`.
local function found(buffer)
  return vim.tbl_map(function(diagnostic)
    local code = diagnostic.code or diagnostic.user_data.lsp.code
    return (diagnostic.lnum + 1) .. " " .. code
  end, vim.diagnostic.get(buffer))
end

local function count(buffer, finding)
  return #vim.tbl_filter(function(each)
    return each == finding
  end, found(buffer))
end

local function wait_until(what, condition)
  if not vim.wait(15000, condition, 20) then
    error("This did not happen: " .. what)
  end
end

local function test()
  local version = vim.version()
  note("version", "Neovim", table.concat({ version.major, version.minor, version.patch }, "."))

  local definition = open("edit", "apiDefinition.swagger.json")
  wait_until("findings in the definition", function()
    return count(definition, "4 info-title-no-restricted-words") == 1
  end)
  local properties = open("split", "apiProperties.json")
  wait_until("findings in the properties", function()
    return count(properties, "14 icon-brand-color-default") == 1
      and count(properties, "27 policy-operation-exists") == 1
  end)
  for _, buffer in ipairs({ definition, properties }) do
    local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":t")
    for _, finding in ipairs(found(buffer)) do
      note("found", name .. ":" .. finding)
    end
  end

  -- The menu of code actions is what a user sees; one entry is chosen by its words.
  local wanted = 'Change the title to "Contoso Tickets"'
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      note("offered", options.format_item(item))
    end
    for index, item in ipairs(items) do
      if options.format_item(item) == wanted then
        return choose(item, index)
      end
    end
    error("This is not offered: " .. wanted)
  end
  local before = #found(definition)
  vim.cmd("wincmd w")
  vim.fn.cursor(4, 20)
  vim.lsp.buf.code_action()
  wait_until("the title is changed", function()
    return vim.fn.getline(4) == '    "title": "Contoso Tickets",'
  end)
  wait_until("the finding of the title is gone and the others stay", function()
    return count(definition, "4 info-title-no-restricted-words") == 0
      and count(definition, "13 host-valid") == 1
      and #found(definition) == before - 1
  end)

  vim.cmd([[%substitute/"ListTickets"/"ListAllTickets"/]])
  wait_until("the other file has a finding because of it", function()
    return count(properties, "27 policy-operation-exists") == 2
  end)
  vim.cmd("write")
end

local succeeded, reason = xpcall(test, debug.traceback)
if not succeeded then
  note("failed", reason)
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    note(vim.api.nvim_buf_get_name(buffer), vim.inspect(found(buffer)))
  end
end
if succeeded then
  note("end")
end
vim.cmd(succeeded and "qall!" or "cquit")
