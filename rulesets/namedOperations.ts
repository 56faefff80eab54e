import type { ApiDefinition } from "../connector/apiDefinition.js";
import type { Pointer } from "../connector/pointer.js";
import { differsOnlyInCase, nearest } from "./nearest.js";
import type { Fix } from "./rule.js";

/** Puts the operationId that was probably meant in the place of one that does not exist. */
export function proposeOperation(
  name: string,
  at: Pointer,
  definition: ApiDefinition,
): Fix | undefined {
  const meant = nearest(name, [...definition.operationIndex.keys()]);
  return meant === undefined
    ? undefined
    : {
        title: `Write "${meant}"`,
        isSafe: differsOnlyInCase(meant, name),
        edits: [{ set: at, value: meant }],
      };
}
