import type { ApiDefinition, Operation } from "../connector/apiDefinition.js";
import { once } from "../connector/keep.js";
import {
  endOfSection,
  type Heading,
  headingsBelow,
  type MarkdownText,
} from "../connector/markdown.js";
import { corrected } from "./misspellings.js";
import { nearest } from "./nearest.js";
import {
  headingKey,
  headingOf,
  isSectionHeading,
  readmeSections,
  shownOperations,
} from "./readmeSections.js";
import { wordsOf } from "./words.js";

/** How a readme and a definition agree about the operations. */
export interface OperationList {
  /** The heading of the section. */
  heading: Heading;
  /** Where the section ends. */
  end: number;
  /** What users see and the readme mentions nowhere. */
  missing: readonly Operation[];
  /** All that users see. */
  shown: readonly Operation[];
  /** The level of the headings that are names of operations; `undefined` when fewer than half have one. */
  level: number | undefined;
  /**
   * Headings of that level that are no names of operations, shown or not, each with the operation that is
   * probably meant, which does not count as missing.
   */
  strangers: ReadonlyMap<Heading, Operation | undefined>;
}

/** What a readme says of the operations; `undefined` when it has no section about them. */
export function operationList(
  readme: MarkdownText,
  definition: ApiDefinition,
): OperationList | undefined {
  return listsOf(readme)(definition);
}

/** Two rules ask for it. */
const listsOf = once((readme: MarkdownText) =>
  once((definition: ApiDefinition) => readOperationList(readme, definition)),
);

function readOperationList(
  readme: MarkdownText,
  definition: ApiDefinition,
): OperationList | undefined {
  const heading = headingOf(readme, readmeSections.operations);
  if (heading === undefined) return undefined;
  const shown = shownOperations(definition);
  const mentioned = mentionedIn(readme, shown);
  const notMentioned = shown.filter((operation) => !mentioned.has(operation));
  const names = new Set(shown.flatMap(namesOf));
  const entries = headingsBelow(readme, heading).map((below) => ({
    heading: below,
    key: operationKey(below.text),
  }));
  const level = entries.find(({ key }) => names.has(key))?.heading.level;
  const named = entries.filter((entry) => entry.heading.level === level && names.has(entry.key));
  const areHeadings = level !== undefined && named.length * 2 >= shown.length;
  const strange = areHeadings ? strangersAmong(entries, level, definition) : [];
  const strangers = meant(strange.length > named.length ? [] : strange, notMentioned);
  const told = new Set(strangers.values());
  return {
    heading,
    end: endOfSection(readme, heading),
    missing: notMentioned.filter((operation) => !told.has(operation)),
    shown,
    level: areHeadings ? level : undefined,
    strangers,
  };
}

/** What stands between operations without being one. */
const asideHeading =
  /\b(?:documentation|examples?|faqs?|frequently asked|get(?:ting)? started|notes?|screenshots?|support)\b/;

/** Headings that can only be meant as names of operations, but none is called so. */
function strangersAmong(
  entries: readonly { heading: Heading; key: string }[],
  level: number,
  { operations }: ApiDefinition,
): Heading[] {
  const names = [...new Set(operations.flatMap(namesOf))];
  const counts = new Map<string, number>();
  for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + 1);
  return entries.flatMap(({ heading, key }, index) => {
    const next = entries[index + 1]?.heading;
    const isGroup = next !== undefined && next.level > heading.level;
    // Headings such as "Parameters" come again and again.
    const isOnce = key !== "" && counts.get(key) === 1;
    return heading.level === level &&
      isOnce &&
      !isGroup &&
      !isSectionHeading(heading.text) &&
      !asideHeading.test(headingKey(heading.text)) &&
      !names.some((name) => key.includes(name))
      ? [heading]
      : [];
  });
}

/** Which operation each heading probably means: one with a similar name, or the only one that is left. */
function meant(
  strangers: readonly Heading[],
  operations: readonly Operation[],
): Map<Heading, Operation | undefined> {
  const found = new Map<Heading, Operation | undefined>();
  let left = operations;
  for (const stranger of strangers) {
    const name = nearest(
      stranger.text,
      left.map(({ summary }) => summary!),
    );
    const operation = left.find(({ summary }) => summary === name);
    left = left.filter((each) => each !== operation);
    found.set(stranger, operation);
  }
  const [stranger, ...others] = strangers.filter((each) => found.get(each) === undefined);
  const [operation] = left;
  if (stranger !== undefined && others.length === 0 && left.length === 1) {
    const words = new Set(wordsOf(operation!.summary!.toLowerCase()));
    if (wordsOf(stranger.text.toLowerCase()).some((word) => words.has(word)))
      found.set(stranger, operation);
  }
  return found;
}

/**
 * The letters and digits of the name of an operation, without articles: `GetTicket` is "Get a ticket". A word that is misspelt
 * in one of two places is told by another rule.
 */
export function operationKey(name: string): string {
  return wordsOf(corrected(name))
    .map((word) => word.toLowerCase())
    .filter((word) => !/^(?:an?|the)$/.test(word))
    .join("");
}

function namesOf({ summary = "", id = "" }: Operation): string[] {
  return [operationKey(summary), operationKey(id)].filter((key) => key !== "");
}

/**
 * The operations that a readme mentions in any way. Long names are looked for first and taken out, since "Get ticket" is not
 * mentioned by "Get ticket history".
 */
function mentionedIn(readme: MarkdownText, operations: readonly Operation[]): Set<Operation> {
  const written = readme.headings.filter(({ form }) => form !== "heading");
  let text = [...readme.blocks, ...written]
    .flatMap((block) => block.text.split("\n"))
    .map(operationKey)
    .join("\n");
  const names = operations
    .flatMap((operation) => namesOf(operation).map((name) => ({ operation, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const taken = new Set<string>();
  const mentioned = new Set<Operation>();
  for (const { operation, name } of names) {
    if (taken.has(name)) mentioned.add(operation);
    else if (text.includes(name)) {
      mentioned.add(operation);
      taken.add(name);
      text = text.replaceAll(name, "\n");
    }
  }
  return mentioned;
}
