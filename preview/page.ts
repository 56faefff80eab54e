import { connectingHtml } from "./connectionPage.js";
import { fieldsHtml } from "./fieldsPage.js";
import { type Content, type Html, html } from "./html.js";
import { marksHtml, totalsHtml } from "./marksPage.js";
import { type Card, type ConnectorView, marksOf, type OperationView } from "./model.js";
import type { Mark } from "./places.js";
import { tokensHtml } from "./tokensPage.js";

/** What a page is made of. */
export interface Page {
  /** Tells one state from another. */
  version: string;
  view: ConnectorView;
  /** What keeps a file from being read, so that something older is shown; as sentences. */
  notices: readonly string[];
  /** The address of the icon, relative to the page. */
  icon: string | undefined;
}

/** The whole document. Style and script are files beside it, so that the browser can be told to take no others. */
export function documentHtml(page: Page): string {
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.view.card.title}</title>
<link rel="icon" href="${page.icon ?? "data:,"}">
<link rel="stylesheet" href="page.css">
<script src="page.js" defer></script>
</head>
<body>
<header class="bar" role="search">
<label class="filter"><span class="unseen">Filter triggers and actions</span><input type="search" id="filter" placeholder="Filter triggers and actions" autocomplete="off" spellcheck="false"></label>
<label class="only"><input type="checkbox" id="only"> Only with findings</label>
<p id="lost" role="status" hidden>The connection is lost, so what you see may be old. Trying again…</p>
</header>
<main id="content">${contentHtml(page)}</main>
</body>
</html>
`;
  return text;
}

/** What changes with the connector. The details of operations are asked for one by one: there can be hundreds. */
export function contentHtml({ version, view, notices, icon }: Page): Html {
  const { card, connecting, triggers, actions, internal, elsewhere } = view;
  return html`<div id="state" data-version="${version}" data-title="${card.title}" data-brand="${card.color ?? ""}" hidden></div>
${notices.map((notice) => html`<p class="notice" role="alert">${notice}</p>`)}
${cardHtml(card, view.marks, icon)}
${connectingHtml(connecting, iconTile(card, icon), card.title)}
${operationsHtml("Triggers", triggers, card, icon)}
${operationsHtml("Actions", actions, card, icon)}
${
  internal > 0 &&
  html`<p class="aside">${internal === 1 ? "1 operation is internal and not shown to makers." : `${internal} operations are internal and not shown to makers.`}</p>`
}
${
  elsewhere.length > 0 &&
  html`<section><details class="elsewhere" data-key="elsewhere" open><summary data-key="elsewhere heading"><h2>Findings in what is not shown here</h2><span class="count">${elsewhere.length}</span></summary>${marksHtml(elsewhere)}</details></section>`
}`;
}

function cardHtml(card: Card, marks: readonly Mark[], icon: string | undefined): Html {
  const { title, publisher, description, isPreview, categories, links } = card;
  return html`<section class="card" data-key="card">
${iconTile(card, icon)}
<div class="about" data-key="about" data-flash>
<h1>${title}${isPreview && badge("Preview")}</h1>
${publisher !== undefined && html`<p class="publisher">By ${publisher}</p>`}
<p class="description">${description ?? html`<em>No description</em>`}</p>
${
  (categories.length > 0 || links.length > 0) &&
  html`<p class="more">${categories.map((each) => html`<span class="chip">${each}</span>`)}${links.map(({ text, address }) => html`<a href="${address}" target="_blank" rel="noopener noreferrer">${text}</a>`)}</p>`
}
${marksHtml(card.marks)}
</div>
<div class="totals">${marks.length === 0 ? html`<span class="total fine">No findings</span>` : totalsHtml(marks)}</div>
</section>`;
}

/** The icon on its color; without one, the first letter of the title. */
function iconTile({ title, color }: Card, icon: string | undefined): Html {
  if (icon !== undefined) return html`<span class="tile"><img src="${icon}" alt=""></span>`;
  const [letter = ""] = title.match(/[\p{L}\p{N}]/u) ?? [];
  return html`<span class="tile${isLight(color) && " light"}" aria-hidden="true">${letter.toUpperCase()}</span>`;
}

/** Whether white letters, which are usual, would be hard to read on a color. */
function isLight(color: string | undefined): boolean {
  const [red, green, blue] = (color ?? "#5b5fc7").match(/[\da-f]{2}/gi)!.map((each) => {
    const part = Number.parseInt(each, 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.3;
}

function operationsHtml(
  title: string,
  operations: readonly OperationView[],
  card: Card,
  icon: string | undefined,
): Content {
  if (operations.length === 0 && title === "Triggers") return undefined;
  return html`<section class="operations" data-of="${operations.length}">
<h2>${title}<span class="count">${operations.length}</span></h2>
${operations.length === 0 && html`<p class="aside">There are no actions.</p>`}
${operations.map((operation) => rowHtml(operation, card, icon))}
<p class="aside nothing" hidden>Nothing here fits the filter.</p>
</section>`;
}

/** An operation as long as it is folded. */
function rowHtml(operation: OperationView, card: Card, icon: string | undefined): Html {
  const { key, title, id, description, kind } = operation;
  const marks = marksOf(operation);
  return html`<details class="operation${operation.isDeprecated && " deprecated"}" data-key="${key}"${marks.size > 0 && html` data-marked`}>
<summary data-key="${key} heading" data-flash>${iconTile(card, icon)}<span class="heading"><span class="title"><h3>${title}</h3>${kind === "polling" && badge("polling")}${kind === "webhook" && badge("webhook")}${operation.isImportant && badge("important")}${operation.isAdvanced && badge("advanced")}${operation.isPreview && badge("preview")}${operation.isDeprecated && badge("deprecated")}</span><span class="description">${description ?? html`<em>No description</em>`}</span></span><span class="right">${totalsHtml(marks)}<code>${id ?? ""}</code></span></summary>
<div class="details" data-part="${key}"></div>
</details>`;
}

/** What is seen of an operation when it is unfolded. */
export function operationHtml(operation: OperationView): Html {
  const { key, request, description, hint, fields, tokens, marks, kind } = operation;
  return html`<p class="request"><code>${request}</code></p>
${description !== undefined && html`<p class="description">${description}</p>`}
${hint !== undefined && html`<p class="aside">${hint}</p>`}
${marksHtml(marks)}
<div class="columns">
<section class="parameters"><h4>Parameters</h4>${fieldsHtml(fields, key)}</section>
<section class="outputs"><h4>Dynamic content</h4>${tokensHtml(tokens, key, kind)}</section>
</div>`;
}

function badge(text: string): Html {
  return html`<span class="badge ${text.toLowerCase()}">${text}</span>`;
}
