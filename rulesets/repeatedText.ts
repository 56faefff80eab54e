import type { Operation, Parameter } from "../connector/apiDefinition.js";
import { asString } from "../connector/values.js";
import { isIdentifier, isSameText } from "./words.js";

/** Whether the description of an operation says no more than its summary. */
export function repeatsSummary({ summary, description }: Operation): boolean {
  return summary !== undefined && description !== undefined && isSameText(summary, description);
}

/** What the description of a parameter only repeats, for a message. */
export function repeatedBy({ name = "", value }: Parameter): string | undefined {
  const description = asString(value.description);
  const summary = asString(value["x-ms-summary"]) ?? "";
  if (description === undefined) return undefined;
  // That is told by the rule about descriptions that are the name itself.
  if (description.trim() === name && isIdentifier(name) && summary.trim() !== "") return undefined;
  if (isSameText(description, summary)) return `its x-ms-summary, "${summary}"`;
  return isSameText(description, name) ? "its name" : undefined;
}
