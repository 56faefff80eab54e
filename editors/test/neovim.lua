-- Types into Neovim as a user does and notes what it shows. Neovim has been configured by the recipe.
--
-- Menus and completion wait for keys, so the test is a coroutine: each wait hands over to Neovim, and a
-- timer looks whether what is waited for has come.

-- The Neovim of Debian has no parser of Markdown, which the one of the project brings along.
local start_parser = vim.treesitter.start
vim.treesitter.start = function(...)
  pcall(start_parser, ...)
end

local notes = io.open(vim.env.NOTES, "w")

local function note(...)
  notes:write(table.concat({ ... }, " "), "\n")
  notes:flush()
end

local function type_keys(keys)
  vim.api.nvim_input(keys)
end

local function wait_until(what, condition)
  local since = vim.loop.now()
  while not condition() do
    if vim.loop.now() - since > 15000 then
      error("This did not happen: " .. what)
    end
    coroutine.yield()
  end
end

local function open(command, name)
  local path = vim.env.CONNECTOR .. "/" .. name
  type_keys(":" .. command .. " " .. vim.fn.fnameescape(path) .. "<CR>")
  wait_until(name .. " is open", function()
    return vim.api.nvim_buf_get_name(0) == path
  end)
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

-- Puts the cursor on the first occurrence of a text in the window of a buffer.
local function go_to(buffer, text)
  vim.api.nvim_set_current_win(vim.fn.bufwinid(buffer))
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. text) > 0, text)
end

-- The text in the windows that float above the others.
local function floating()
  local texts = {}
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
      table.insert(texts, table.concat(lines, "\n"))
    end
  end
  return table.concat(texts, "\n")
end

local function offered()
  return vim.tbl_map(function(item)
    return item.abbr
  end, vim.fn.complete_info({ "items" }).items)
end

local function close_lists()
  wait_until("the lists are closed", function()
    type_keys(":cclose<CR>:lclose<CR>")
    return vim.tbl_isempty(vim.tbl_filter(function(window)
      return vim.fn.getwininfo(window)[1].quickfix == 1
    end, vim.api.nvim_list_wins()))
  end)
end

-- What is drawn in a buffer that is none of its text.
local function drawn(buffer)
  return vim.inspect(vim.api.nvim_buf_get_extmarks(buffer, -1, 0, -1, { details = true }))
end

-- What only newer versions can, with a recipe of its own.
local function test_more(definition, properties)
  wait_until("names have the colors of what they stand for", function()
    local column = vim.fn.getbufline(definition, 21)[1]:find("ListTickets", 1, true)
    local tokens = vim.lsp.semantic_tokens.get_at_pos(definition, 20, column) or {}
    return tokens[1] and tokens[1].type == "function"
  end)
  go_to(definition, '"get"')
  wait_until("lenses tell of operations", function()
    return drawn(definition):find("action · 1 input", 1, true)
  end)
  wait_until("hints tell what is not written", function()
    -- Nothing draws them where there is no screen.
    local hints = vim.lsp.inlay_hint.get({ bufnr = definition })
    return vim.inspect(hints):find("shown as “queue”", 1, true)
  end)
  type_keys(":lua vim.lsp.codelens.run()<CR>")
  wait_until("a lens leads to the places that it counts", function()
    return #vim.fn.getqflist() == 1 and vim.fn.getqflist()[1].bufnr == properties
  end)
  type_keys(":cclose<CR>")

  local address
  vim.ui.open = function(path)
    address = path
  end
  go_to(definition, "Contoso Tickets API")
  type_keys(":ConnectorPreview<CR>")
  wait_until("the preview is opened", function()
    return address and address:find("^http://127%.0%.0%.1:%d+/")
  end)
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

  if vim.fn.exists(":ConnectorPreview") > 0 then
    test_more(definition, properties)
  end

  -- The menu of code actions is what a user sees; one entry is chosen by its words.
  local wanted = 'Change the title to "Contoso Tickets"'
  vim.ui.select = function(items, options, choose)
    for index, item in ipairs(items) do
      if options.format_item(item) == wanted then
        return choose(item, index)
      end
    end
    error("This is not offered: " .. wanted)
  end
  local before = #found(definition)
  go_to(definition, "Contoso Tickets API")
  type_keys(":lua vim.lsp.buf.code_action()<CR>")
  wait_until("the title is changed", function()
    return vim.fn.getline(4) == '    "title": "Contoso Tickets",'
  end)
  wait_until("the finding of the title is gone and the others stay", function()
    return count(definition, "4 info-title-no-restricted-words") == 0
      and count(definition, "13 host-valid") == 1
      and #found(definition) == before - 1
  end)

  type_keys([[:%substitute/"ListTickets"/"ListAllTickets"/<CR>]])
  wait_until("the other file has a finding because of it", function()
    return count(properties, "27 policy-operation-exists") == 2
  end)

  go_to(properties, "ListTickets")
  type_keys('ci"List<C-x><C-o>')
  wait_until("the operations with these letters are offered", function()
    return #offered() == 2
  end)
  -- The first one is in the text already.
  type_keys(string.rep("<C-n>", vim.fn.index(offered(), "ListAllTickets")) .. "<C-y><Esc>")
  wait_until("the finding is gone with the name that was completed", function()
    return count(properties, "27 policy-operation-exists") == 1
  end)

  go_to(properties, "ListAllTickets")
  type_keys(":lua vim.lsp.buf.definition()<CR>")
  wait_until("the cursor is where the operation is defined", function()
    return vim.api.nvim_get_current_buf() == definition and vim.fn.line(".") == 21
  end)

  type_keys(":lua vim.lsp.buf.hover()<CR>")
  wait_until("the operation is described", function()
    return floating():find("Returns the tickets that match the given filters.", 1, true)
  end)

  type_keys(":lua vim.lsp.buf.references()<CR>")
  wait_until("all places of the operation are listed", function()
    local places = vim.tbl_map(function(each)
      return each.bufnr .. ":" .. each.lnum
    end, vim.fn.getqflist())
    table.sort(places)
    return vim.deep_equal(places, { definition .. ":21", properties .. ":27" })
  end)
  type_keys(":cclose<CR>:lua vim.lsp.buf.document_symbol()<CR>")
  wait_until("the operations of the file are listed", function()
    local lists = { vim.fn.getqflist(), vim.fn.getloclist(vim.fn.bufwinid(definition)) }
    return vim.tbl_contains(vim.tbl_map(function(list)
      return #vim.tbl_filter(function(each)
        return each.text:find("Method", 1, true) ~= nil
      end, list)
    end, lists), 4)
  end)
  close_lists()

  vim.fn.setqflist({})
  type_keys(":lua vim.lsp.buf.workspace_symbol('ListAll')<CR>")
  wait_until("the operation is found in the workspace", function()
    return vim.tbl_contains(vim.tbl_map(function(each)
      return vim.fn.bufname(each.bufnr) .. ":" .. each.lnum .. " " .. (each.text:match("^%[%a+%] %a+") or "")
    end, vim.fn.getqflist()), vim.fn.bufname(definition) .. ":21 [Method] ListAllTickets")
  end)
  close_lists()

  go_to(definition, "ListAllTickets")
  local line = vim.fn.getline(21)
  type_keys(":left<CR>")
  wait_until("the line is not indented", function()
    return vim.fn.getline(21) == vim.trim(line)
  end)
  type_keys(":lua (vim.lsp.buf.format or vim.lsp.buf.formatting)()<CR>")
  wait_until("the line is laid out as it was", function()
    return vim.fn.getline(21) == line
  end)

  go_to(definition, "ListAllTickets")
  type_keys(":lua vim.lsp.buf.rename('FindTickets')<CR>")
  wait_until("the operation is renamed in both files", function()
    return vim.api.nvim_buf_get_lines(definition, 20, 21, false)[1]:find('"FindTickets"', 1, true)
      and vim.api.nvim_buf_get_lines(properties, 26, 27, false)[1]:find('"FindTickets"', 1, true)
  end)
  type_keys(":wall<CR>")
  wait_until("both files are saved", function()
    return not (vim.bo[definition].modified or vim.bo[properties].modified)
  end)
  local messages = vim.fn.execute("messages")
  if messages:find("stack traceback", 1, true) or messages:find("E%d+:") then
    error("Neovim complained.")
  end
end

local thread = coroutine.create(test)
local timer = vim.loop.new_timer()
timer:start(100, 50, vim.schedule_wrap(function()
  if coroutine.status(thread) == "dead" then
    return
  end
  local succeeded, reason = coroutine.resume(thread)
  if not succeeded then
    note("offered", vim.inspect(offered()))
    note(vim.fn.getline("."))
    note("failed", debug.traceback(thread, reason))
    for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
      note(vim.api.nvim_buf_get_name(buffer), vim.inspect(found(buffer)))
    end
    note(vim.fn.execute("messages"))
    vim.cmd("cquit")
  elseif coroutine.status(thread) == "dead" then
    note("end")
    vim.cmd("qall!")
  end
end))
