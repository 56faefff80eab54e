import { isObject } from "../connector/values.js";
import { code } from "./describe.js";
import { descriptionOf, type JsonSchema } from "./schemas.js";

/** What a key means and what may stand behind it, for example, as Markdown. */
export function explainKey(key: string, schemas: readonly JsonSchema[]): string | undefined {
  const description = descriptionOf(schemas);
  const example = exampleOf(key, schemas);
  return [description, example].filter(Boolean).join("\n\n") || undefined;
}

/** A member of an object as it may be written, as a block of code. */
export function exampleOf(key: string, schemas: readonly JsonSchema[]): string {
  const schema = schemas.find((each) => "x-example" in each);
  // Values that are listed with lines about them need no further example.
  const listed = schemas.some((each) => each["x-enum-descriptions"] !== undefined);
  const examples = listed ? [] : schemas.flatMap((each) => each.examples ?? []);
  const [example] = schema === undefined ? examples : [schema["x-example"]];
  return example === undefined
    ? ""
    : `\`\`\`json\n${JSON.stringify(key)}: ${laidOut(example)}\n\`\`\``;
}

/** The line about a value among those that schemas know. */
export function explainValue(value: unknown, schemas: readonly JsonSchema[]): string | undefined {
  const lines = schemas.find((schema) => schema["x-enum-descriptions"])?.["x-enum-descriptions"];
  return typeof value === "string" && lines !== undefined && Object.hasOwn(lines, value)
    ? lines[value]
    : undefined;
}

/** The values that schemas allow, or know where others may stand, too: in a row, or each with the line about it. */
export function explainValues(schemas: readonly JsonSchema[]): string {
  const allowed = schemas.find((schema) => schema.enum !== undefined)?.enum;
  const known = schemas.find((schema) => schema["x-enum-descriptions"])?.["x-enum-descriptions"];
  const values = allowed ?? Object.keys(known ?? {});
  if (values.length === 0) return "";
  const told = (value: unknown) => code(typeof value === "string" ? value : JSON.stringify(value));
  const title = allowed === undefined ? "Known" : "Allowed";
  if (known === undefined) return `${title}: ${values.map(told).join(", ")}`;
  const lines = values.map((value) =>
    [`- ${told(value)}`, explainValue(value, schemas)].filter(Boolean).join(": "),
  );
  return `${title}:\n\n${lines.join("\n")}`;
}

/** JSON in as few lines as can be read at a glance in the narrow window of a hover. */
function laidOut(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const row = JSON.stringify(value, null, 1)
    .replace(/\n */g, " ")
    .replace(/^\[ (.*) \]$/, "[$1]");
  if (indent.length + row.length <= 76) return row;
  const within = `${indent}  `;
  const lines = isObject(value)
    ? Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${laidOut(each, within)}`)
    : (value as unknown[]).map((each) => laidOut(each, within));
  const [open, close] = isObject(value) ? "{}" : "[]";
  return `${open}\n${within}${lines.join(`,\n${within}`)}\n${indent}${close}`;
}
