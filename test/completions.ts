import { expect } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import type { Connector } from "../connector/connector.js";
import { withoutPlaces } from "../language/completion/snippet.js";
import { complete } from "../language/completion.js";
import type { Support } from "../language/support.js";
import { judge } from "../rulesets/judge.js";
import { able, placeIn } from "./sight.js";

/**
 * What is offered in a file of a connector with `$0` at the cursor.
 * @param before the file as it could be read last, for texts that are broken
 */
export function offered(
  text: string,
  support: Support = able,
  name = "apiDefinition.swagger.json",
  before?: string,
) {
  const place = placeIn(text, name, before);
  const items = [...complete(place, support)].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  return { place, items, labels: items.map(({ label }) => label) };
}

/** The text of the file after the item of a label was chosen, places filled with what is proposed. */
export function chosen(
  text: string,
  label: string,
  support: Support = able,
  name?: string,
  before?: string,
): string {
  const { place, items } = offered(text, support, name, before);
  return applied(place.draft.text, place, itemOf(items, label));
}

function itemOf(items: readonly CompletionItem[], label: string): CompletionItem {
  const item = items.find((each) => each.label === label);
  if (item === undefined)
    throw new Error(`${label} is not offered, but ${items.map((each) => each.label).join(", ")}.`);
  return item;
}

/** The text after an item was chosen. */
export function applied(
  text: string,
  { draft }: ReturnType<typeof placeIn>,
  item: CompletionItem,
): string {
  const own = item.textEdit as TextEdit;
  const newText = item.insertTextFormat === 2 ? withoutPlaces(own.newText) : own.newText;
  const edits = [{ ...own, newText }, ...(item.additionalTextEdits ?? [])]
    .map((edit) => ({
      start: draft.lines.offset(edit.range.start),
      end: draft.lines.offset(edit.range.end),
      newText: edit.newText,
    }))
    .sort((a, b) => b.start - a.start);
  for (const [index, { start }] of edits.entries())
    expect(edits[index + 1]?.end ?? 0, "edits lie apart").toBeLessThanOrEqual(start);
  return edits.reduce(
    (all, { start, end, newText: by }) => all.slice(0, start) + by + all.slice(end),
    text,
  );
}

/**
 * What is found in a connector after the item of a label was chosen, and was not found before: `severity rule at pointer: message`.
 * @throws when the text is no JSON then
 */
export function foundAfter(text: string, label: string, name?: string, before?: string): string[] {
  const { place, items } = offered(text, able, name, before);
  const after = applied(place.draft.text, place, itemOf(items, label));
  expect(() => JSON.parse(after), after).not.toThrow();
  const { connector } = place.sight;
  const found = (of: Connector) =>
    judge(of, of.all).findings.map(
      ({ severity, rule, pointer, message }) => `${severity} ${rule} at ${pointer}: ${message}`,
    );
  const known = new Set(found(connector));
  return found(connector.with(place.draft.file.withText(after))).filter((each) => !known.has(each));
}
