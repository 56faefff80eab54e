import type { ApiDefinition } from "./apiDefinition.js";
import { child, type Pointer, segments } from "./pointer.js";
import { asObject, isObject, type JsonObject, member } from "./values.js";

/** What a `$ref` stands for, told by where it is. */
export type ReferenceKind = "schema" | "parameter" | "response" | "pathItem";

/** A `$ref` at a place where Swagger allows one (a path item's is read although none may be there). */
export interface Reference {
  kind: ReferenceKind;
  /** The object that holds the `$ref`. */
  pointer: Pointer;
  value: JsonObject;
  /** As written, such as `#/definitions/Ticket`. */
  ref: string;
  /** Where it leads, when that is an object of this file. */
  target?: Pointer;
  problem?: ReferenceProblem;
}

/**
 * Why a reference cannot be used: it leads out of the file, to a section of another kind, is no JSON
 * pointer, or leads to nothing.
 */
export type ReferenceProblem = "notLocal" | "otherSection" | "notPointer" | "notFound";

/** The part of a definition in which references of a kind must end. */
export const sectionOf = {
  schema: "definitions",
  parameter: "parameters",
  response: "responses",
  pathItem: "paths",
} as const satisfies Record<ReferenceKind, string>;

/** Whether an object stands for another one. A property that is named `$ref` is no reference. */
export function isReference(value: unknown): value is { $ref: string } & JsonObject {
  return typeof member(value, "$ref") === "string";
}

/** The pointer of a reference into its own file, such as `/definitions/Ticket`. */
export function localPointer(ref: string): Pointer | undefined {
  if (ref !== "#" && !ref.startsWith("#/")) return undefined;
  try {
    const pointer = decodeURIComponent(ref.slice(1));
    return /~(?![01])/.test(pointer) ? undefined : pointer;
  } catch {
    return undefined;
  }
}

/** The reference to a place in the same file. */
export function referenceTo(pointer: Pointer): string {
  return `#${pointer.replaceAll("%", "%25")}`;
}

export function valueAt(root: unknown, pointer: Pointer): unknown {
  let value = root;
  for (const segment of segments(pointer))
    value =
      Array.isArray(value) && /^\d+$/.test(segment)
        ? value[Number(segment)]
        : member(value, segment);
  return value;
}

/** Nobody means a longer chain of references than this; following it would only cost time. */
const maximumChain = 100;

/** Follows references of the same file until something else stands there; `undefined` for a loop. */
export function follow(
  root: unknown,
  pointer: Pointer,
): { pointer: Pointer; value: JsonObject } | undefined {
  const visited = new Set<Pointer>();
  for (
    let at: Pointer | undefined = pointer;
    at !== undefined && !visited.has(at) && visited.size < maximumChain;
  ) {
    visited.add(at);
    const value = valueAt(root, at);
    if (!isObject(value)) return undefined;
    if (!isReference(value)) return { pointer: at, value };
    at = localPointer(value.$ref);
  }
  return undefined;
}

export function readReferences(definition: ApiDefinition): Reference[] {
  const references: Reference[] = [];
  const add = (kind: ReferenceKind, pointer: Pointer, value: unknown) => {
    if (isReference(value)) references.push(describe(definition.value, kind, pointer, value));
  };
  const addAll = (kind: ReferenceKind, pointer: Pointer, values: unknown) => {
    const members = Array.isArray(values) ? values : asObject(values);
    for (const [key, value] of Object.entries(members)) add(kind, child(pointer, key), value);
  };
  for (const pathItem of definition.pathItems) {
    add("pathItem", pathItem.pointer, pathItem.value);
    addAll("parameter", child(pathItem.pointer, "parameters"), pathItem.value.parameters);
    for (const operation of pathItem.operations) {
      addAll("parameter", operation.at("parameters"), operation.value.parameters);
      addAll("response", operation.at("responses"), operation.value.responses);
    }
  }
  addAll("parameter", "/parameters", definition.value.parameters);
  addAll("response", "/responses", definition.value.responses);
  for (const schema of definition.schemas)
    if (schema.kind === "schema") add("schema", schema.pointer, schema.value);
  return references;
}

function describe(
  root: JsonObject,
  kind: ReferenceKind,
  at: Pointer,
  value: { $ref: string } & JsonObject,
): Reference {
  const { $ref: ref } = value;
  const reference: Reference = { kind, pointer: at, value, ref };
  if (!ref.startsWith("#")) return { ...reference, problem: "notLocal" };
  const pointer = localPointer(ref);
  const target =
    pointer !== undefined && isObject(valueAt(root, pointer)) ? { target: pointer } : {};
  if (!(pointer ?? ref.slice(1)).startsWith(`/${sectionOf[kind]}/`))
    return { ...reference, ...target, problem: "otherSection" };
  if (pointer === undefined) return { ...reference, problem: "notPointer" };
  if ("target" in target) return { ...reference, ...target };
  // That what stands there is no object is a fault of its own.
  return valueAt(root, pointer) === undefined ? { ...reference, problem: "notFound" } : reference;
}
