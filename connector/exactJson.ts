import { JsonText, type Node } from "./json.js";

/**
 * A JSON value as it was written. Numbers keep their digits (`1.0` is not `1`, and no long integer loses its end), and
 * objects keep the order of their keys: an object of JavaScript would put `"200"` before `"default"`. Of members with
 * the same key the last one counts, in the place of the first, as for `JSON.parse`.
 */
export type Exact = null | boolean | string | ExactNumber | Exact[] | ExactObject;
export type ExactObject = Map<string, Exact>;

/** A number by its digits. */
export class ExactNumber {
  constructor(readonly digits: string) {}
}

/** The value of a text; what is broken or missing in it is left out. `undefined` when there is none. */
export function exactValue(json: JsonText): Exact | undefined {
  return json.root && exactOf(json.text, json.root);
}

/** The value of a text that is whole; `undefined` for one that is cut off or no JSON. */
export function wholeValue(text: string): Exact | undefined {
  const json = new JsonText(text);
  return json.isComplete ? exactValue(json) : undefined;
}

function exactOf(text: string, node: Node): Exact {
  switch (node.type) {
    case "object": {
      const object: ExactObject = new Map();
      for (const { children: [key, value] = [] } of node.children!)
        if (key !== undefined && value !== undefined) object.set(key.value, exactOf(text, value));
      return object;
    }
    case "array":
      return node.children!.map((item) => exactOf(text, item));
    case "number":
      return new ExactNumber(text.slice(node.offset, node.offset + node.length));
    default:
      return node.value;
  }
}

/** A plain value, such as one of `JSON.parse`, as an exact one. */
export function toExact(value: unknown): Exact {
  if (Array.isArray(value)) return value.map(toExact);
  if (typeof value === "number") return new ExactNumber(String(value));
  if (typeof value === "object" && value !== null)
    return new Map(Object.entries(value).map(([key, item]) => [key, toExact(item)]));
  return value as null | boolean | string;
}

/** The value as text: in lines with `indent` spaces a level, or in one line. */
export function printExact(value: Exact, indent = 0): string {
  const lineEnd = indent > 0 ? "\n" : "";
  const colon = indent > 0 ? ": " : ":";
  const print = (each: Exact, before: string): string => {
    if (each instanceof ExactNumber) return each.digits;
    const isArray = Array.isArray(each);
    if (!isArray && !(each instanceof Map)) return JSON.stringify(each);
    const within = before + " ".repeat(indent);
    const items = isArray
      ? each.map((item) => print(item, within))
      : [...each].map(([key, item]) => JSON.stringify(key) + colon + print(item, within));
    const [open, close] = isArray ? "[]" : "{}";
    if (items.length === 0) return `${open}${close}`;
    const between = `,${lineEnd}${within}`;
    return `${open}${lineEnd}${within}${items.join(between)}${lineEnd}${before}${close}`;
  };
  return print(value, "");
}

/** Whether two values were written the same, but for space and escapes. */
export function isSameExact(one: Exact | undefined, other: Exact | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return printExact(one) === printExact(other);
}

/**
 * A value with its keys in the order that another one has them in, for where order says nothing. Keys that the other one
 * does not have come last.
 */
export function inOrderOf(value: Exact, model: Exact | undefined): Exact {
  if (Array.isArray(value))
    return value.map((item, index) =>
      inOrderOf(item, Array.isArray(model) ? model[index] : undefined),
    );
  if (!(value instanceof Map)) return value;
  const keys = model instanceof Map ? [...model.keys()].filter((key) => value.has(key)) : [];
  return new Map(
    [...new Set([...keys, ...value.keys()])].map((key) => [
      key,
      inOrderOf(value.get(key)!, memberOf(model, key)),
    ]),
  );
}

/** The member of an object; `undefined` when there is none or the value is no object. */
export function memberOf(value: Exact | undefined, key: string): Exact | undefined {
  return value instanceof Map ? value.get(key) : undefined;
}

/** The text of a member. */
export function textOf(value: Exact | undefined, key: string): string | undefined {
  const member = memberOf(value, key);
  return typeof member === "string" ? member : undefined;
}
