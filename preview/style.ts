const dark = `
  --ground: #1a1a1a;
  --surface: #262626;
  --raised: #2c2c2c;
  --line: #3d3d3d;
  --edge: #8f8f8f;
  --text: #f0f0f0;
  --muted: #b3b3b3;
  --link: #85c1f0;
  --focus: #62abf5;
  --piece: #17324a;
  --piece-text: #cfe4fa;
  --error: #f5a3aa; --error-ground: #3b1216;
  --warning: #fbb98a; --warning-ground: #3a2010;
  --info: #96c6fa; --info-ground: #102a43;
  --hint: #c7c7d1; --hint-ground: #303036;
  --fine: #9fd89f; --fine-ground: #0f2a0f;
  --flash: #4a4012;
  --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 0 1px rgb(0 0 0 / 60%);
  --button: #10243a;
`;

/** How the page looks: no font, image or anything else from anywhere. */
export const style = `
:root {
  color-scheme: light dark;
  --brand: #5b5fc7;
  --ground: #f5f5f5;
  --surface: #ffffff;
  --raised: #fafafa;
  --line: #e0e0e0;
  --edge: #8a8a8a;
  --text: #242424;
  --muted: #5c5c5c;
  --link: #0f548c;
  --focus: #0f6cbd;
  --piece: #eef4fb;
  --piece-text: #0c3b5e;
  --error: #b10e1c; --error-ground: #fdf3f4;
  --warning: #8a3707; --warning-ground: #fff9f5;
  --info: #0f548c; --info-ground: #f2f8fc;
  --hint: #4c4c55; --hint-ground: #f5f5f7;
  --fine: #0e700e; --fine-ground: #f1faf1;
  --flash: #fff4ce;
  --button: #ffffff;
  --shadow: 0 1px 2px rgb(0 0 0 / 10%), 0 0 1px rgb(0 0 0 / 14%);
}
@media (prefers-color-scheme: dark) { :root:not(.light) {${dark}} }
:root.dark { color-scheme: dark;${dark}}
:root.light { color-scheme: light; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 4.5rem; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 14px/1.45 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul { margin: 0; padding: 0; font-weight: 400; unicode-bidi: isolate; }
ul { list-style: none; }
b { font-weight: 600; }
em { color: var(--muted); }
code {
  font: 12px/1.4 "Cascadia Mono", Consolas, "DejaVu Sans Mono", ui-monospace, monospace;
  color: var(--muted);
  unicode-bidi: isolate;
}
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.bar {
  position: sticky; top: 0; z-index: 2;
  display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px;
  padding: 10px max(20px, calc((100% - 1120px) / 2));
  background: var(--surface);
  border-bottom: 1px solid var(--line);
  border-top: 4px solid var(--brand);
}
.bar .filter { flex: 1 1 16rem; }
.bar .only { display: flex; align-items: center; gap: 6px; }
.bar #lost { flex: 1 1 100%; color: var(--warning); font-weight: 600; }
main { max-width: 1160px; margin: 0 auto; padding: 20px 20px 60px; display: grid; gap: 24px; }
main > section { display: grid; gap: 8px; min-width: 0; }
h2 { font-size: 18px; font-weight: 600; display: flex; align-items: baseline; gap: 8px; }
.count { font-size: 13px; font-weight: 400; color: var(--muted); }
.aside, .hint { color: var(--muted); }
.hint { font-size: 12.5px; }
.notice {
  padding: 10px 14px; border-radius: 6px;
  background: var(--warning-ground); color: var(--warning);
  border-left: 4px solid currentcolor; font-weight: 600;
}

.tile {
  flex: none; display: grid; place-items: center; overflow: hidden;
  width: 32px; height: 32px; border-radius: 6px;
  background: var(--brand); color: #fff; font-weight: 600; font-size: 16px;
}
.tile.light { color: #1a1a1a; }
.tile img { width: 100%; height: 100%; object-fit: contain; }

main > .card {
  display: flex; flex-wrap: wrap; gap: 16px 20px; align-items: flex-start;
  padding: 20px; border-radius: 10px; background: var(--surface); box-shadow: var(--shadow);
}
.card .tile { width: 72px; height: 72px; border-radius: 10px; font-size: 34px; }
.card .about { flex: 1 1 24rem; display: grid; gap: 4px; min-width: 0; }
.card h1 { font-size: 24px; line-height: 1.25; font-weight: 600; display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }
.card .publisher { color: var(--muted); }
.card .description { max-width: 75ch; white-space: pre-line; }
.card .more { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; margin-top: 6px; }
.chip { padding: 1px 10px; border-radius: 20px; background: var(--ground); border: 1px solid var(--line); font-size: 12.5px; }
.totals { display: flex; flex-wrap: wrap; gap: 6px; }
.total {
  padding: 1px 9px; border-radius: 20px; font-size: 12px; font-weight: 600; white-space: nowrap;
  color: var(--hint); background: var(--hint-ground); border: 1px solid color-mix(in srgb, currentcolor 30%, transparent);
}
.total.error { color: var(--error); background: var(--error-ground); }
.total.warning { color: var(--warning); background: var(--warning-ground); }
.total.info { color: var(--info); background: var(--info-ground); }
.total.fine { color: var(--fine); background: var(--fine-ground); }

.badge {
  padding: 0 7px; border-radius: 4px; font-size: 11.5px; font-weight: 400; line-height: 18px; white-space: nowrap;
  color: var(--muted); border: 1px solid var(--line);
}
.badge.deprecated { color: var(--warning); border-color: currentcolor; }
.badge.important { color: var(--info); border-color: currentcolor; }

.dialogs { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr)); align-items: start; }
.dialog {
  display: grid; gap: 12px; padding: 16px; border-radius: 10px; background: var(--surface); box-shadow: var(--shadow); min-width: 0;
}
.dialog .top { display: flex; align-items: center; gap: 10px; }
.dialog h3 { font-size: 16px; font-weight: 600; }
.buttons { display: flex; justify-content: flex-end; }
.field .buttons { justify-content: flex-start; margin-bottom: 4px; }
.button { padding: 5px 20px; border-radius: 4px; background: var(--focus); color: var(--button); font-weight: 600; }

.operation { border-radius: 8px; background: var(--surface); box-shadow: var(--shadow); border-left: 4px solid var(--brand); min-width: 0; }
/* What is out of sight costs nothing: there can be hundreds. */
.operation:not([open]) { content-visibility: auto; contain-intrinsic-size: auto 62px; }
.operation > summary:focus-visible { outline-offset: -2px; }
.operation > summary {
  display: flex; align-items: center; gap: 12px; padding: 10px 14px 10px 12px; cursor: pointer; list-style: none; border-radius: 0 8px 8px 0;
}
.operation > summary::-webkit-details-marker { display: none; }
.operation > summary:hover { background: var(--raised); }
.operation > summary::after {
  content: ""; flex: none; width: 7px; height: 7px; margin: 0 4px;
  border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg) translate(-2px, -2px);
}
.operation[open] > summary::after { transform: rotate(-135deg) translate(-2px, -2px); }
.operation .heading { flex: 1; min-width: 0; display: grid; }
.operation .title { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; }
.operation h3 { font-size: 14.5px; font-weight: 600; }
.operation.deprecated h3 { text-decoration: line-through; text-decoration-thickness: 1px; color: var(--muted); }
.operation .heading .description {
  color: var(--muted); font-size: 13px; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1;
}
.operation[open] > summary .description { display: none; }
.operation .right { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 4px 6px; max-width: 45%; }
.operation .right code { flex-basis: 100%; text-align: right; }
@media (max-width: 640px) {
  .operation > summary { flex-wrap: wrap; }
  .operation .heading { flex-basis: calc(100% - 80px); }
  .operation .right { order: 1; max-width: none; justify-content: flex-start; padding-left: 44px; }
  .operation .right code { flex-basis: auto; }
}
.details { padding: 4px 18px 18px; display: grid; gap: 10px; border-top: 1px solid var(--line); }
.details:empty::before { content: "…"; color: var(--muted); }
.request { display: flex; flex-wrap: wrap; gap: 4px 16px; padding-top: 8px; }
.details > .description { max-width: 90ch; white-space: pre-line; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 20px 32px; margin-top: 6px; }
@media (max-width: 820px) { .columns { grid-template-columns: minmax(0, 1fr); } }
.columns > section { display: grid; gap: 12px; align-content: start; min-width: 0; }
h4 { font-size: 14px; font-weight: 600; padding-bottom: 4px; border-bottom: 1px solid var(--line); }

.field { display: grid; gap: 4px; border-radius: 4px; min-width: 0; }
.field label { display: grid; gap: 4px; }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 12px; }
.label { font-weight: 600; unicode-bidi: isolate; }
.within { font-weight: 400; color: var(--muted); }
.required { color: var(--error); margin-left: 3px; }
.names { font-size: 12px; color: var(--muted); }
input:not([type=checkbox]), select, textarea {
  width: 100%; min-width: 0; padding: 5px 10px; font: inherit; color: var(--text);
  background: var(--surface); border: 1px solid var(--line); border-bottom-color: var(--edge); border-radius: 4px;
}
textarea { resize: vertical; }
select { height: 33px; text-overflow: ellipsis; }
::placeholder { color: var(--muted); opacity: 1; text-overflow: ellipsis; }
input[type=checkbox] { accent-color: var(--focus); width: 15px; height: 15px; margin: 0; }
.group { display: grid; gap: 10px; padding: 10px 12px; border: 1px dashed var(--line); border-radius: 6px; min-width: 0; }
.add { color: var(--link); font-size: 13px; }
.call { font-size: 12.5px; color: var(--muted); padding-left: 18px; position: relative; }
.call::before { content: "⚡"; position: absolute; left: 0; filter: grayscale(1); }
.call b { color: var(--text); }
details.advanced { border-top: 1px solid var(--line); padding-top: 8px; }
details.advanced > summary, .elsewhere > summary { cursor: pointer; padding: 2px 0; }
details.advanced > summary { font-weight: 600; }
details.advanced > summary .count { margin-left: 6px; }
details.advanced[open] { display: block; }
details.advanced > .field { margin-top: 12px; }

.tokens { display: grid; gap: 8px; }
.tokens .tokens { margin: 8px 0 0 10px; padding-left: 12px; border-left: 2px solid var(--line); }
.token { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; border-radius: 4px; }
.piece { padding: 1px 9px; border-radius: 4px; background: var(--piece); color: var(--piece-text); font-weight: 600; font-size: 13px; unicode-bidi: isolate; }
.token > .hint, .token > .marks, .token > .call { flex-basis: 100%; }

.marks { display: grid; gap: 4px; margin-top: 2px; }
.mark {
  padding: 4px 10px; border-radius: 4px; font-size: 13px;
  border-left: 3px solid var(--hint); background: var(--hint-ground);
}
.mark .severity { margin-right: 6px; font-weight: 600; color: var(--hint); }
.mark .message { unicode-bidi: isolate; }
.mark .source { display: block; font-size: 12px; color: var(--muted); }
.mark .place { margin-left: 6px; }
.mark.error { border-color: var(--error); background: var(--error-ground); }
.mark.error .severity { color: var(--error); }
.mark.warning { border-color: var(--warning); background: var(--warning-ground); }
.mark.warning .severity { color: var(--warning); }
.mark.info { border-color: var(--info); background: var(--info-ground); }
.mark.info .severity { color: var(--info); }
.elsewhere > summary h2 { display: inline; }
.elsewhere > summary .count { margin-left: 8px; }
.elsewhere .marks { margin-top: 8px; }

.changed { animation: changed 2.5s ease-out; }
@keyframes changed { from { background: var(--flash); box-shadow: 0 0 0 4px var(--flash); } }
@media (prefers-reduced-motion: reduce) { .changed { animation-duration: 1ms; } }
`;
