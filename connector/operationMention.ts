import type { ApiDefinition } from "./apiDefinition.js";
import { appendTo } from "./keep.js";
import { child, type Pointer } from "./pointer.js";

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
