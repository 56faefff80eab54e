import type { ApiDefinition } from "./apiDefinition.js";
import { appendTo } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
import type { Span } from "./text.js";

/**
 * Where the extensions of a definition name operations: every `operationId` inside a member that
 * begins with `x-`, whatever the extension, so that a renamed operation is renamed everywhere.
 */
export function readOperationMentions(definition: ApiDefinition): Map<string, Pointer[]> {
  const mentions = new Map<string, Pointer[]>();
  const visit = (pointer: Pointer, value: unknown, isExtension: boolean) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      const at = child(pointer, key);
      if (isExtension && key === "operationId" && typeof item === "string")
        appendTo(mentions, item, at);
      visit(at, item, isExtension || key.startsWith("x-"));
    }
  };
  visit("", definition.value, false);
  return mentions;
}

/**
 * Where a Markdown text names operations by their ids. An id that is also a word, or the name of a product, counts only
 * where its surroundings tell that it is meant; one that makers see as a summary is never told from that.
 */
export function operationIdsIn(
  text: string,
  { operations, operationIndex }: ApiDefinition,
): ({ id: string } & Span)[] {
  const summaries = new Set(operations.map(({ summary }) => summary?.trim()));
  return [...text.matchAll(/[\w-]+/g)].flatMap(({ 0: id, index: offset }) => {
    if (!operationIndex.has(id) || summaries.has(id)) return [];
    const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
    const after = text.slice(offset + id.length).split(/\r?\n/, 1)[0]!;
    if (endsInside.test(before) || goesOn.test(after)) return [];
    const isMeant = /^[A-Z]?[a-z]+$|^[A-Z]+$/.test(id) ? isWordMeant : isNameMeant;
    return isMeant(before, after) ? [{ id, offset, length: id.length }] : [];
  });
}

/** Inside an address, a path, a tag or a longer name. */
const endsInside = /[\p{L}/.#?=&%@\\<]$/u;
const goesOn = /^(?:[\p{L}/=]|\.[\p{L}\d_])/u;

/** What begins a heading, an item of a list or a cell, and marks for letters in bold or for code. */
const beginning = /^\s*(?:#+|[-*+]|\d+[.)]|\|)\s+[*_`]*$/;

function isWordMeant(before: string, after: string): boolean {
  return beginning.test(before) && /^[*_`]*\s*(?:[:|].*|#*)$/.test(after);
}

const kindOfOperation =
  "(?:action|call|endpoint|event|function|method|operation|trigger|webhook)s?";
const kindAfter = new RegExp(`^[*_\`"'”’]*\\s+${kindOfOperation}\\b`, "i");
const kindBefore = new RegExp(`\\b${kindOfOperation}(?:\\s+[-–:])?\\s+[*_\`"'“‘]*$`, "i");

function isNameMeant(before: string, after: string): boolean {
  return (
    beginning.test(before) ||
    (/[`*"'“‘([]$/.test(before) && /^\s*[`*"'”’)\]:]/.test(after)) ||
    (before.trim() === "" && /^\s*(?:$|[:–]|-\s)/.test(after)) ||
    (/\s[-–]\s+$/.test(before) && /^[\s\\)]*$/.test(after)) ||
    kindAfter.test(after) ||
    kindBefore.test(before)
  );
}
