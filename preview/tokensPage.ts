import { callHtml } from "./fieldsPage.js";
import { type Content, type Html, html } from "./html.js";
import { marksHtml } from "./marksPage.js";
import type { OperationView } from "./model.js";
import type { Token, Tokens, TokenType } from "./tokens.js";

/** The dynamic content of an operation. */
export function tokensHtml(
  { of, tokens, call, isCut, marks }: Tokens,
  key: string,
  kind: OperationView["kind"],
): Content {
  return [
    of === "eachItem" &&
      html`<p class="hint">The trigger runs once for each item of the answer:</p>`,
    of === "notification" && html`<p class="hint">From what the service sends:</p>`,
    marksHtml(marks),
    tokens.length > 0 && listHtml(tokens, key),
    call !== undefined &&
      callHtml(tokens.length > 0 ? "More comes from" : "All of it comes from", call),
    isCut && html`<p class="aside">There is more than is shown here.</p>`,
    tokens.length === 0 &&
      call === undefined &&
      html`<p class="aside">The definition describes nothing that this ${kind === "action" ? "action" : "trigger"} gives to the next steps.</p>`,
  ];
}

function listHtml(tokens: readonly Token[], key: string): Html {
  return html`<ul class="tokens">${tokens.map((token, index) => tokenHtml(token, `${key} token ${token.name || index}`))}</ul>`;
}

function tokenHtml(token: Token, key: string): Html {
  const { label, name, type, description, visibility, tokens, call, marks } = token;
  return html`<li><div class="token" data-key="${key}" data-flash><span class="piece">${label}</span><span class="names"><span>${typeNames[type]}</span>${name !== "" && name !== label && html` <code>${name}</code>`}${visibility !== undefined && html` <span class="badge ${visibility}">${visibility}</span>`}</span>${description !== undefined && html`<p class="hint">${description}</p>`}${call !== undefined && callHtml("More comes from", call)}${marksHtml(marks)}</div>${
    tokens.length > 0 && listHtml(tokens, key)
  }</li>`;
}

const typeNames: Readonly<Record<TokenType, string>> = {
  text: "text",
  number: "number",
  yesNo: "yes or no",
  date: "date",
  dateTime: "date and time",
  file: "file content",
  list: "list",
  object: "object",
  unknown: "any",
};
