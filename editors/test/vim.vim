" Types into Vim as a user does and notes what it shows. Vim has been configured by the recipe.
"
" A menu of ALE waits for keys, so nothing here may wait: a timer looks at what is shown, and each
" step types when the one before has had its effect. Of a change by a menu ALE tells the server at the
" next key.

let s:definition = $CONNECTOR . '/apiDefinition.swagger.json'
let s:properties = $CONNECTOR . '/apiProperties.json'

function! s:Note(...) abort
  call writefile([join(a:000, ' ')], $NOTES, 'a')
endfunction

function! s:Type(keys) abort
  call feedkeys(a:keys, 't')
endfunction

" The text of a line of a file that is open.
function! s:Line(path, number) abort
  return get(getbufline(a:path, a:number), 0, '')
endfunction

" The words of the menu of completions.
function! s:Completions() abort
  return map(complete_info(['items']).items, {_, each -> each.word})
endfunction

" All findings in the list of the window of a file, each as `line rule`.
function! s:Found(path) abort
  return map(getloclist(bufwinid(a:path)), {_, each -> each.lnum . ' ' . matchstr(each.text, '^[a-z-]\+')})
endfunction

function! s:Count(path, finding) abort
  return count(s:Found(a:path), a:finding)
endfunction

" The number of an entry of the menu that is on the screen; empty when there is none.
function! s:Offered(words) abort
  for l:row in range(1, &lines)
    let l:line = join(map(range(1, &columns), {_, column -> screenstring(l:row, column)}), '')
    if l:line =~# '^\d\+) ' . a:words
      return matchstr(l:line, '^\d\+')
    endif
  endfor
  return ''
endfunction

function! s:NoteAll() abort
  for l:path in [s:definition, s:properties]
    for l:finding in s:Found(l:path)
      call s:Note('found', fnamemodify(l:path, ':t') . ':' . l:finding)
    endfor
  endfor
  let s:before = len(s:Found(s:definition))
  call s:Type(":wincmd w\<CR>:4\<CR>$hhh:ALECodeAction\<CR>")
endfunction

function! s:End() abort
  call s:Note('end')
  quitall
endfunction

" What to wait for, in words and as a function, and what to do then.
let s:steps = [
\ ['Vim waits for keys', {-> 1}, {-> s:Type(':edit ' . fnameescape(s:definition) . "\<CR>")}],
\ ['findings in the definition',
\   {-> s:Count(s:definition, '4 info-title-no-restricted-words') == 1},
\   {-> s:Type(':split ' . fnameescape(s:properties) . "\<CR>")}],
\ ['findings in the properties',
\   {-> s:Count(s:properties, '14 icon-brand-color-default') == 1
\     && s:Count(s:properties, '27 policy-operation-exists') == 1},
\   {-> s:NoteAll()}],
\ ['code actions are offered',
\   {-> s:Offered('Change the title to "Contoso Tickets"') !=# ''},
\   {-> s:Type(s:Offered('Change the title to') . "\<CR>")}],
\ ['the title is changed',
\   {-> getbufline(s:definition, 4) ==# ['    "title": "Contoso Tickets",']},
\   {-> s:Type('h')}],
\ ['the finding of the title is gone and the others stay',
\   {-> s:Count(s:definition, '4 info-title-no-restricted-words') == 0
\     && s:Count(s:definition, '13 host-valid') == 1
\     && len(s:Found(s:definition)) == s:before - 1},
\   {-> s:Type(":%s/\"ListTickets\"/\"ListAllTickets\"/\<CR>")}],
\ ['the other file has a finding because of it',
\   {-> s:Count(s:properties, '27 policy-operation-exists') == 2},
\   {-> s:Type(":wincmd w\<CR>gg/ListTickets\<CR>ci\"List\<C-\>\<C-o>:ALEComplete\<CR>")}],
\ ['the operations with these letters are offered',
\   {-> sort(s:Completions()) ==# ['ListAllTickets', 'ListQueues']},
\   {-> s:Type(repeat("\<C-n>", index(s:Completions(), 'ListAllTickets') + 1) . "\<C-y>\<Esc>")}],
\ ['the finding is gone with the name that was completed',
\   {-> s:Count(s:properties, '27 policy-operation-exists') == 1},
\   {-> s:Type(":ALEGoToDefinition -split\<CR>")}],
\ ['the cursor is where the operation is defined',
\   {-> expand('%:p') ==# s:definition && line('.') == 21},
\   {-> s:Type(":ALEHover\<CR>")}],
\ ['the operation is described',
\   {-> join(getbufline('ALEPreviewWindow', 1, '$')) =~# 'Returns the tickets that match'},
\   {-> s:Type(":ALERename\<CR>\<C-u>FindTickets\<CR>")}],
\ ['the operation is renamed in both files',
\   {-> s:Line(s:definition, 21) =~# '"FindTickets"' && s:Line(s:properties, 27) =~# '"FindTickets"'},
\   {-> s:Type(":wall\<CR>")}],
\ ['both files are saved',
\   {-> !getbufvar(s:definition, '&modified') && !getbufvar(s:properties, '&modified')},
\   {-> s:End()}],
\]
let s:since = reltime()

function! s:Advance(timer) abort
  let [l:what, l:Condition, l:Action] = s:steps[0]
  try
    if l:Condition()
      call remove(s:steps, 0)
      let s:since = reltime()
      call l:Action()
    elseif reltimefloat(reltime(s:since)) > 15
      throw 'This did not happen: ' . l:what
    endif
  catch
    call timer_stop(a:timer)
    call s:Note('failed', v:exception)
    for l:path in [s:definition, s:properties]
      call s:Note(l:path, string(s:Found(l:path)))
    endfor
    call s:Note(string(s:Completions()), getline('.'))
    call s:Note(execute('messages'))
    cquit!
  endtry
endfunction

call s:Note('version', 'Vim', v:version / 100 . '.' . v:version % 100, 'with ALE')
call timer_start(100, function('s:Advance'), {'repeat': -1})
