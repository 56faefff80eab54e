import type { Connecting, ConnectionControl, ConnectionField, Way } from "./connection.js";
import { inputHtml, requiredMark, selectHtml } from "./fieldsPage.js";
import { type Content, type Html, html } from "./html.js";
import { marksHtml } from "./marksPage.js";

/** The dialogs in which users make a connection. */
export function connectingHtml(connecting: Connecting, tile: Html, title: string): Html {
  const { ways, label, description, marks } = connecting;
  return html`<section class="connecting">
<h2>Connection${ways.length > 1 && html`<span class="count">${ways.length} ways</span>`}</h2>
${label !== undefined && html`<p class="aside"><b>${label}</b>${description !== undefined && html`: ${description}`}</p>`}
${marksHtml(marks)}
${ways.length === 0 && html`<p class="aside">There is no apiProperties.json that can be read, so nothing is known of how one connects.</p>`}
<div class="dialogs">${ways.map((way) => wayHtml(way, tile, title))}</div>
</section>`;
}

function wayHtml(way: Way, tile: Html, title: string): Html {
  const { label, description, fields, hidden, marks } = way;
  const [signIns, entered] = [true, false].map((wanted) =>
    fields.filter(({ control }) => (control.kind === "signIn") === wanted),
  );
  const needsNothing = fields.length === 0 && hidden === 0;
  return html`<section class="dialog" data-key="${way.key}">
<div class="top">${tile}<h3>${label ?? title}</h3></div>
${description !== undefined && html`<p class="hint">${description}</p>`}
${marksHtml(marks)}
${needsNothing && html`<p class="aside">No sign-in is needed.</p>`}
${entered!.map(fieldHtml)}
${hidden > 0 && html`<p class="aside">${hidden === 1 ? "1 parameter is hidden." : `${hidden} parameters are hidden.`}</p>`}
${signIns!.length > 0 ? signIns!.map(fieldHtml) : html`<p class="buttons"><span class="button">Create</span></p>`}
</section>`;
}

function fieldHtml(field: ConnectionField): Html {
  const { key, label, name, description, tooltip, conditions, control, marks } = field;
  const about = [
    tooltip !== undefined && tooltip !== description && html`<p class="hint">${tooltip}</p>`,
    conditions.map((each) => html`<p class="hint">${each}</p>`),
    marksHtml(marks),
  ];
  if (control.kind === "signIn")
    return html`<div class="field" data-key="${key}" data-flash><p class="buttons"><span class="button">Sign in</span></p><p class="hint">${control.provider === "" ? "With an identity provider that is not named" : html`With <b>${control.provider}</b>`}${control.scopes.length > 0 && html`, for ${control.scopes.map((scope, index) => html`${index > 0 && ", "}<code>${scope}</code>`)}`}.</p>${description !== undefined && html`<p class="hint">${description}</p>`}${about}</div>`;
  return html`<div class="field" data-key="${key}" data-flash><label><span class="head"><span class="label">${label}${requiredMark(field)}</span><span class="names"><code>${name}</code></span></span>${controlHtml(field, control)}</label>${about}</div>`;
}

function controlHtml(
  { key, description = "", default: value }: ConnectionField,
  control: ConnectionControl,
): Content {
  switch (control.kind) {
    case "choice":
      return selectHtml(control.options, value, description, key);
    case "yesNo":
      return selectHtml(
        [
          { value: "true", text: "Yes" },
          { value: "false", text: "No" },
        ],
        value,
        description,
        key,
      );
    case "gateway":
      return selectHtml([], undefined, description || "Choose a gateway", key);
    case "secret":
      return inputHtml("password", value, description, key);
    default:
      return inputHtml("text", value, description, key);
  }
}
