import type { Change } from "../connector/change.js";
import type { Report, RuleContext } from "./rule.js";

/** Tells of a change, with the values for programs. */
export function reportChange(
  change: Change,
  { report }: RuleContext,
  message: string,
  more: Partial<Report> = {},
): void {
  report({
    at: change.pointer,
    message: `${message[0]!.toUpperCase()}${message.slice(1)}`,
    change: { path: change.path, old: change.old, new: change.new },
    ...more,
  });
}

/** What a change is about, and how many other operations share it. */
export function subjectOf({ what, others }: Change): string {
  return others > 0 ? `${what} (and of ${others} more operation${others === 1 ? "" : "s"})` : what;
}

/** A value for a message; a long one is cut. */
export function shownValue(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A list of values for a message. */
export function shownValues(values: unknown): string {
  const list = Array.isArray(values) ? values : [values];
  const shown = list.slice(0, 5).map(shownValue).join(", ");
  return list.length > 5 ? `${shown} and ${list.length - 5} more` : shown;
}
