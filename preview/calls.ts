import type { ApiDefinition, Operation } from "../connector/apiDefinition.js";
import {
  type DynamicReference,
  type DynamicReferenceKind,
  findInputs,
  type Input,
  needsFullNames,
} from "../connector/dynamicReference.js";
import { appendTo, once } from "../connector/keep.js";
import type { Schema } from "../connector/schema.js";
import { labelOfSchema, type Showing } from "./showing.js";

/** A call by which the designer learns what to show. */
export interface Call {
  /** The summary of the operation that is called, else its id; `undefined` when the platform answers by itself. */
  operation: string | undefined;
  /** Whether the definition has no such operation. */
  isMissing: boolean;
  /** The labels of the inputs that have to be filled in before. */
  dependsOn: readonly string[];
}

const choices: readonly DynamicReferenceKind[] = [
  "x-ms-dynamic-list",
  "x-ms-dynamic-values",
  "x-ms-dynamic-tree",
];
const fields: readonly DynamicReferenceKind[] = ["x-ms-dynamic-properties", "x-ms-dynamic-schema"];

/** The call that fills a drop-down with choices; a tree is one whose choices are opened one by one. */
export function choicesOf(
  schema: Schema | undefined,
  operation: Operation,
  showing: Showing,
): { call: Call; isTree: boolean } | undefined {
  const reference = referenceOf(schema, choices, showing.definition);
  if (reference === undefined) return undefined;
  return {
    call: callOf(reference, operation, showing),
    isTree: reference.kind === "x-ms-dynamic-tree",
  };
}

/** The call that tells what fields or tokens there are. */
export function dynamicFieldsOf(
  schema: Schema | undefined,
  operation: Operation,
  showing: Showing,
): Call | undefined {
  const reference = referenceOf(schema, fields, showing.definition);
  return reference && callOf(reference, operation, showing);
}

const referencesByOwner = once((definition: ApiDefinition) => {
  const byOwner = new Map<Schema, DynamicReference[]>();
  for (const reference of definition.dynamicReferences)
    if (reference.owner !== undefined) appendTo(byOwner, reference.owner, reference);
  return byOwner;
});

/** The reference that counts when a schema has several: the newer form. */
function referenceOf(
  schema: Schema | undefined,
  kinds: readonly DynamicReferenceKind[],
  definition: ApiDefinition,
): DynamicReference | undefined {
  const references = (schema?.parts ?? []).flatMap(
    (part) => referencesByOwner(definition).get(part) ?? [],
  );
  for (const wanted of kinds) {
    const reference = references.findLast(({ kind }) => kind === wanted);
    if (reference !== undefined) return reference;
  }
  return undefined;
}

function callOf(reference: DynamicReference, operation: Operation, showing: Showing): Call {
  const { operationId, target, kind, parameters } = reference;
  const labels = parameters.flatMap(({ passes }) => {
    if (passes.what !== "source") return [];
    const inputs = findInputs(operation, passes.name, needsFullNames(kind));
    const input = typeof inputs === "string" ? undefined : inputs.found.at(-1);
    return [input === undefined ? passes.name : labelOfInput(input, showing)];
  });
  const isMissing =
    operationId !== undefined && showing.definition.operationsById(operationId).length === 0;
  return {
    operation: showing.text(target?.summary) ?? showing.text(operationId),
    isMissing,
    dependsOn: [...new Set(labels)],
  };
}

/** What makers call an input. */
function labelOfInput({ parameter, steps }: Input, showing: Showing): string {
  const step = steps.findLast(({ propertyName }) => propertyName !== undefined);
  if (step !== undefined) return labelOfSchema(step, step.propertyName!, showing);
  const name = parameter.name ?? "";
  return showing.text(parameter.value["x-ms-summary"]) ?? name;
}
