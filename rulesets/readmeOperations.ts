import type { ApiDefinition, Operation } from "../connector/apiDefinition.js";
import { once } from "../connector/keep.js";
import {
  endOfSection,
  type Heading,
  headingsBelow,
  type MarkdownText,
} from "../connector/markdown.js";
import { nearest } from "./nearest.js";
import { headingOf, isSectionHeading, readmeSections, shownOperations } from "./readmeSections.js";
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

const listsOf = once((_: MarkdownText) => new WeakMap<ApiDefinition, { list?: OperationList }>());

/** What a readme says of the operations; `undefined` when it has no section about them. */
export function operationList(
  readme: MarkdownText,
  definition: ApiDefinition,
): OperationList | undefined {
  const lists = listsOf(readme);
  let kept = lists.get(definition);
  if (kept === undefined) {
    const list = readList(readme, definition);
    kept = list === undefined ? {} : { list };
    lists.set(definition, kept);
  }
  return kept.list;
}

function readList(readme: MarkdownText, definition: ApiDefinition): OperationList | undefined {
  const heading = headingOf(readme, readmeSections.operations);
  if (heading === undefined) return undefined;
  const shown = shownOperations(definition);
  const mentioned = mentionedIn(readme, shown);
  const below = headingsBelow(readme, heading);
  const namesShown = new Set(shown.flatMap(namesOf));
  const namesOfAll = new Set(definition.operations.flatMap(namesOf));
  const level = below.find(({ text }) => namesShown.has(operationKey(text)))?.level;
  const ofLevel = below.filter((each) => each.level === level);
  const matching = ofLevel.filter(({ text }) => namesShown.has(operationKey(text)));
  const areHeadings = level !== undefined && matching.length * 2 >= shown.length;
  const notMentioned = shown.filter((operation) => !mentioned.has(operation));
  const strangers = areHeadings
    ? meant(
        ofLevel.filter((each) => isStranger(each, below, namesOfAll)),
        notMentioned,
      )
    : new Map<Heading, Operation | undefined>();
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
  const open = strangers.filter((stranger) => found.get(stranger) === undefined);
  if (open.length === 1 && left.length === 1) found.set(open[0]!, left[0]!);
  return found;
}

/** Whether a heading can only be meant as the name of an operation, but none is called so. */
function isStranger(
  heading: Heading,
  among: readonly Heading[],
  names: ReadonlySet<string>,
): boolean {
  const key = operationKey(heading.text);
  const next = among[among.indexOf(heading) + 1];
  return (
    key !== "" &&
    (next === undefined || next.level <= heading.level) &&
    // Headings such as "Parameters" come again and again.
    among.filter(({ text }) => operationKey(text) === key).length === 1 &&
    !isSectionHeading(heading.text) &&
    ![...names].some((name) => key.includes(name))
  );
}

/** The letters and digits of the name of an operation, without articles: `GetTicket` is "Get a ticket". */
export function operationKey(name: string): string {
  return wordsOf(name)
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
