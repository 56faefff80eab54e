import type { ApiDefinition } from "./apiDefinition.js";
import { child, type Pointer } from "./pointer.js";
import { asArray, asObject, member } from "./values.js";

/** What a `security`, of the root or of an operation, asks of one scheme. */
export interface SecurityRequirement {
  /** The name of the scheme. */
  name: string;
  /** The scopes, when it is as it should be. */
  value: unknown;
  pointer: Pointer;
  /** What `securityDefinitions` has under the name. */
  scheme: unknown;
}

export function readSecurityRequirements(definition: ApiDefinition): SecurityRequirement[] {
  const schemes = definition.value.securityDefinitions;
  const read = (owner: Pointer, security: unknown) =>
    asArray(security).flatMap((alternative, index) =>
      Object.entries(asObject(alternative)).map(([name, value]) => ({
        name,
        value,
        pointer: child(owner, "security", index, name),
        scheme: member(schemes, name),
      })),
    );
  return [
    ...read("", definition.value.security),
    ...definition.operations.flatMap(({ pointer, value }) => read(pointer, value.security)),
  ];
}
