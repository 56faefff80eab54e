import type { Operation } from "../connector/apiDefinition.js";
import type { JsonEdit } from "../connector/edit.js";
import type { Fix } from "./rule.js";

/** Whether makers would see a summary that does not tell them that the operation is deprecated. */
export function needsMark({ summary, isInternal }: Operation): boolean {
  if (summary === undefined || summary.trim() === "" || isInternal) return false;
  return !/deprecat|obsolete/i.test(summary);
}

/** The summary with the mark that Microsoft's guidance asks for; `undefined` where it has no room. */
export function markedSummary(summary: string): string | undefined {
  const marked = `${summary.replace(/[\s.,;:!?]+$/, "")} (deprecated)`;
  return marked.length <= 80 ? marked : undefined;
}

/** Deprecates an operation with all that belongs to it. */
export function deprecate(operation: Operation): Fix | undefined {
  const { summary, visibility, value } = operation;
  const isOfType = value.deprecated === undefined || typeof value.deprecated === "boolean";
  if (!isOfType) return undefined;
  const edits: JsonEdit[] = [{ set: operation.at("deprecated"), value: true }];
  if (needsMark(operation)) {
    const marked = markedSummary(summary!);
    if (marked === undefined) return undefined;
    edits.push({ set: operation.at("summary"), value: marked });
  }
  if (visibility === "important")
    edits.push({ set: operation.at("x-ms-visibility"), value: "advanced" });
  return { title: `Mark ${operation.label} as deprecated`, isSafe: false, edits };
}
