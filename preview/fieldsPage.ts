import type { Call } from "./calls.js";
import type { Control, Field, Fields, Option } from "./fields.js";
import { type Content, type Html, html } from "./html.js";
import { marksHtml } from "./marksPage.js";

/** The fields of an operation; those that are advanced can be unfolded. */
export function fieldsHtml({ shown, advanced, isCut }: Fields, key: string): Content {
  if (shown.length + advanced.length === 0)
    return html`<p class="aside">There is nothing to fill in.</p>`;
  return [
    shown.map((field) => fieldHtml(field, key)),
    advanced.length > 0 &&
      html`<details class="advanced" data-key="${key} advanced"><summary data-key="${key} advanced heading">Advanced parameters<span class="count">${advanced.length}</span></summary>${advanced.map((field) => fieldHtml(field, key))}</details>`,
    isCut && html`<p class="aside">There are more fields than are shown here.</p>`,
  ];
}

function fieldHtml(field: Field, operation: string): Html {
  const { control, within, label, name, sentIn } = field;
  const key = `${operation} ${field.key}`;
  const head = html`<span class="label">${within.map((each) => html`<span class="within">${each} ›</span> `)}${label}${requiredMark(field)}</span><span class="names"><span>${typeNames[control.kind]}</span> <code>${sentIn === "body" ? name : `${sentIn} ${name}`}</code></span>`;
  const isGroup = control.kind === "list" || control.kind === "dynamicFields";
  return html`<div class="field" data-key="${key}" data-flash>${
    isGroup
      ? html`<div class="head">${head}</div>${groupHtml(field, control, operation)}`
      : html`<label><span class="head">${head}</span>${controlHtml(field, control, key)}</label>`
  }${control.kind === "dynamicChoice" && callHtml(control.isTree ? "Picked in a tree that is filled by" : "Filled by", control.call)}${marksHtml(field.marks)}</div>`;
}

/** The star that says that a field has to be filled in. */
export function requiredMark({ isRequired }: { isRequired: boolean }): Content {
  return (
    isRequired &&
    html`<span class="required" title="Required">*<span class="unseen"> required</span></span>`
  );
}

const typeNames: Readonly<Record<Control["kind"], string>> = {
  text: "text",
  number: "number",
  yesNo: "yes or no",
  date: "date",
  dateTime: "date and time",
  file: "file content",
  object: "object",
  choice: "choice",
  dynamicChoice: "dynamic choice",
  dynamicFields: "dynamic fields",
  list: "list",
};

function groupHtml(
  { description, default: value }: Field,
  control: Control,
  operation: string,
): Content {
  const about = [
    description !== undefined && html`<p class="hint">${description}</p>`,
    value !== undefined && html`<p class="hint">Default: <code>${value}</code></p>`,
  ];
  if (control.kind === "dynamicFields")
    return html`<div class="group">${about}${callHtml("These fields come from", control.call)}</div>`;
  if (control.kind !== "list") return undefined;
  return html`<div class="group">${about}${
    control.fields.length > 0
      ? control.fields.map((field) => fieldHtml(field, operation))
      : html`<p class="hint">Its items are entered as one text.</p>`
  }<span class="add">+ Add new item</span></div>`;
}

function controlHtml(field: Field, control: Control, key: string): Html {
  const { description, default: value } = field;
  const hint = description ?? "";
  switch (control.kind) {
    case "yesNo":
      return selectHtml(
        [
          { value: "true", text: "Yes" },
          { value: "false", text: "No" },
        ],
        value,
        hint,
        key,
      );
    case "choice":
      return selectHtml(control.options, value, hint, key);
    case "dynamicChoice":
      return selectHtml([], value, hint, key);
    case "object":
      return html`<textarea rows="2" data-key="${key} value" placeholder="${hint}" title="${hint}" spellcheck="false">${value}</textarea>`;
    default:
      return inputHtml("text", value, hint, key);
  }
}

export function inputHtml(
  type: "text" | "password",
  value: string | undefined,
  hint: string,
  key: string,
): Html {
  return html`<input type="${type}" data-key="${key} value" value="${value ?? ""}" placeholder="${hint}" title="${hint}" autocomplete="off" spellcheck="false">`;
}

/** A drop-down. A value that is none of its choices is one, too: it is what is sent. */
export function selectHtml(
  options: readonly Option[],
  value: string | undefined,
  hint: string,
  key: string,
): Html {
  const isOther = value !== undefined && options.every((option) => option.value !== value);
  const all = isOther ? [{ value, text: value }, ...options] : options;
  return html`<select data-key="${key} value" title="${hint}"><option value="">${hint}</option>${all.map(
    (option) =>
      html`<option value="${option.value}"${option.value === value && html` selected`}>${option.text}</option>`,
  )}</select>`;
}

/** Who tells what is not known before, and what that depends on. */
export function callHtml(what: string, { operation, isMissing, dependsOn }: Call): Html {
  return html`<p class="call">${what} ${operation === undefined ? "the platform" : html`<b>${operation}</b>`}${isMissing && ", which the definition does not have"}${
    dependsOn.length > 0 &&
    html`, depending on ${dependsOn.map((label, index) => html`${index > 0 && ", "}<b>${label}</b>`)}`
  }.</p>`;
}
