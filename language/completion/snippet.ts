import { isObject } from "../../connector/values.js";

/**
 * JSON with places to fill. It is told as values in whose texts and keys the places are marked, so that the same
 * value is written as a snippet where the cursor is, and filled with what is proposed elsewhere.
 */

/** Characters that stand in no text: where a place begins, and where its name, a choice and the place end. */
const [begin, afterName, or, end] = ["\uFDD0", "\uFDD1", "\uFDD2", "\uFDD3"];

/** A place in a text or a key, with what is proposed for it. Places of one name are filled together. */
export function place(proposed: string, name = proposed): string {
  return `${begin}${name}${afterName}${proposed}${end}`;
}

/** A place for one of some texts, of which the first is proposed. */
export function choice(texts: readonly string[], name = texts.join()): string {
  return texts.length < 2
    ? place(texts[0] ?? "", name)
    : `${begin}${name}${afterName}${texts.join(or)}${end}`;
}

/** A place for a value that is no text, or for further items of a list. */
export function valuePlace(proposed = "", name = proposed): string {
  return bare + place(proposed, name);
}

/** Before a place that stands in no quotes. */
const bare = "\uFDD4";

const places = /"\uFDD4\uFDD0(.*?)\uFDD1(.*?)\uFDD3"|\uFDD0(.*?)\uFDD1(.*?)\uFDD3/gs;

/** A value as a snippet of JSON. */
export function snippetOf(value: unknown): string {
  return withPlaces(printed(value));
}

/** The members of an object as a snippet. */
export function membersOf(object: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(object).map(
    ([key, value]) => `${JSON.stringify(key)}: ${printed(value)}`,
  );
  return withPlaces(members.join(",\n"));
}

/** A value in which every place is filled with what is proposed. */
export function filled(value: unknown): unknown {
  if (typeof value === "string")
    return value.replace(
      /\uFDD4?\uFDD0.*?\uFDD1(.*?)\uFDD3/gs,
      (_, text: string) => text.split(or)[0]!,
    );
  if (Array.isArray(value)) return value.map(filled);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [filled(key) as string, filled(each)]),
  );
}

const scalar = String.raw`(?:"(?:[^"\\\n]|\\.)*"|[\w.+-]+)`;
const list = new RegExp(String.raw`\[\n\t+(${scalar}(?:,\n\t+${scalar})*)\n\t*\]`, "g");
const pair = new RegExp(String.raw`\{\n\t+("(?:[^"\\\n]|\\.)*": ${scalar})\n\t*\}`, "g");

/** A value over several lines, but for lists of scalars and objects of one. */
function printed(value: unknown): string {
  return JSON.stringify(value, null, "\t")
    .replace(list, (_, items: string) => `[${items.replace(/,\n\t+/g, ", ")}]`)
    .replace(pair, "{ $1 }");
}

/** Gives the marked places their numbers, in the order in which they stand. */
function withPlaces(text: string): string {
  const numbers = new Map<string, number>();
  let snippet = "";
  let from = 0;
  for (const match of text.matchAll(places)) {
    const [all, bareName, bareText, ownName = bareName!, proposed = bareText!] = match;
    snippet += escaped(text.slice(from, match.index)) + placeOf(numbers, ownName, proposed);
    from = match.index + all.length;
  }
  return snippet + escaped(text.slice(from));
}

function placeOf(numbers: Map<string, number>, name: string, proposed: string): string {
  const known = numbers.get(name);
  if (known !== undefined) return `$${known}`;
  const number = numbers.size + 1;
  numbers.set(name, number);
  const choices = proposed.split(or);
  if (choices.length > 1)
    return `\${${number}|${choices.map((text) => text.replace(/[\\$},|]/g, "\\$&")).join()}|}`;
  return proposed === "" ? `$${number}` : `\${${number}:${plainInSnippet(proposed)}}`;
}

/** Outside of places a closing brace means nothing. */
function escaped(text: string): string {
  return text.replace(/[\\$]/g, "\\$&");
}

/** Text as it stands in a snippet, in which `$`, `}` and `\` mean something. */
export function plainInSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A snippet as text: each place is filled with what is proposed for it. */
export function withoutPlaces(body: string): string {
  const filledPlaces = new Map<string, string>();
  return body.replace(
    /\\([\\$}])|\$\{(\d+)\|((?:[^|\\,]|\\.)*)(?:,(?:[^|\\]|\\.)*)?\|\}|\$\{(\d+):((?:[^}\\]|\\.)*)\}|\$(?:(\d+)|\{(\d+)\})/g,
    (
      _,
      escaped?: string,
      ofChoice?: string,
      first = "",
      ofPlace?: string,
      proposed = "",
      again?: string,
      inBraces = "",
    ) => {
      if (escaped !== undefined) return escaped;
      const number = ofChoice ?? ofPlace;
      if (number === undefined) return filledPlaces.get(again ?? inBraces) ?? "";
      const text = (ofChoice === undefined ? proposed : first).replace(/\\(.)/g, "$1");
      filledPlaces.set(number, text);
      return text;
    },
  );
}
