import type { ApiDefinition, Operation } from "../connector/apiDefinition.js";
import type { Policy } from "../connector/apiProperties.js";

/** The operations that a policy names; those of a name that nobody has are told by another rule. */
export function operationsOf(
  { operationNames = [] }: Policy,
  definition: ApiDefinition,
): readonly Operation[] {
  return operationNames.flatMap((name) => definition.operationsById(name));
}
