import type { Operation } from "../connector/apiDefinition.js";
import { type Connector, readmeKinds } from "../connector/connector.js";
import { segments } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";
import { type Occurrence, occurrencesOf } from "./occurrences.js";

/** Where an operation is called, by what calls it. */
export interface OperationUses {
  /** Drop-downs, trees and other extensions that fill a field. */
  dropDowns: readonly Occurrence[];
  /** Extensions that ask for a schema. */
  schemas: readonly Occurrence[];
  /** Other extensions: notifications, the test of the connection, newer versions. */
  others: readonly Occurrence[];
  policies: readonly Occurrence[];
  /** `scriptOperations`, and comparisons in the script. */
  script: readonly Occurrence[];
}

/** Where an operation is called in all files of a connector. */
export function usesOf({ id }: Operation, connector: Connector): OperationUses {
  const uses = { dropDowns: [], schemas: [], others: [], policies: [], script: [] } as {
    [Key in keyof OperationUses]: Occurrence[];
  };
  if (!id) return uses;
  // A readme tells of an operation, but does not call it.
  for (const occurrence of occurrencesOf(connector).of({ kind: "operation", name: id, scope: "" }))
    if (!occurrence.isDeclaration && !readmeKinds.includes(occurrence.file.kind))
      uses[callerOf(occurrence)].push(occurrence);
  return uses;
}

function callerOf({ file, pointer = "" }: Occurrence): keyof OperationUses {
  if (file.kind === "script" || pointer.startsWith("/properties/scriptOperations/"))
    return "script";
  if (file.kind === "apiProperties") return "policies";
  const path = segments(pointer);
  if (path.some((each) => /^x-ms-dynamic-(values|list|tree)$/.test(each))) return "dropDowns";
  if (path.some((each) => /^x-ms-dynamic-(schema|properties)$/.test(each))) return "schemas";
  return "others";
}

/** The uses of an operation in words: `used by 2 drop-downs · in 1 policy · script`. */
export function tellUses({
  dropDowns,
  schemas,
  others,
  policies,
  script,
}: OperationUses): string[] {
  // The older and the newer form of an extension stand side by side and are one.
  const fields = new Set(dropDowns.map(({ pointer = "" }) => ownerOf(pointer)));
  const dynamic = new Set(schemas.map(({ pointer = "" }) => ownerOf(pointer)));
  return [
    fields.size > 0 && `used by ${count(fields.size, "drop-down")}`,
    dynamic.size > 0 && `gives ${count(dynamic.size, "schema")}`,
    others.length > 0 && `called by ${count(others.length, "extension")}`,
    policies.length > 0 && `in ${countPolicies(policies)}`,
    script.length > 0 && "script",
  ].filter((each) => each !== false);
}

function ownerOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/x-ms-dynamic-"));
}

/** In how many policies places stand: `2 policies`. */
export function countPolicies(places: readonly Occurrence[]): string {
  const policies = places.map(({ pointer = "" }) => segments(pointer).slice(0, 3).join("/"));
  return count(new Set(policies).size, "policy", "policies");
}

/** `1 input`, `3 inputs`. */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}

/** The operations that use a definition, and how many places refer to it. */
export function schemaUses(schema: Schema, connector: Connector) {
  const name = segments(schema.pointer).at(-1) ?? "";
  const references = occurrencesOf(connector)
    .of({ kind: "definition", name, scope: "" })
    .filter(({ isDeclaration }) => !isDeclaration);
  return { references, operations: schema.operations };
}
