import type { ApiDefinition, Operation, Parameter } from "./apiDefinition.js";
import { child, type Pointer } from "./pointer.js";
import type { Schema } from "./schema.js";
import { asString, isObject, type JsonObject, member } from "./values.js";

/** The extensions of schemas and parameters that call an operation, the older form before the newer. */
export const dynamicExtensions = [
  "x-ms-dynamic-values",
  "x-ms-dynamic-list",
  "x-ms-dynamic-schema",
  "x-ms-dynamic-properties",
  "x-ms-dynamic-tree",
] as const;
export type DynamicExtension = (typeof dynamicExtensions)[number];

/** The extensions that call an operation of the same definition. */
export type DynamicReferenceKind =
  | DynamicExtension
  | "x-ms-notification"
  | "x-ms-operation-context"
  | "testConnection"
  | "file-picker";

/**
 * A place where an extension calls another operation: to fill a dropdown, to learn a schema, to
 * test a connection. Whatever the extension, it names an operation, passes parameters to it and
 * expects something at paths of its result.
 */
export interface DynamicReference {
  kind: DynamicReferenceKind;
  /** Which of the two calls of a tree or of the file picker it is. */
  step?: "open" | "browse";
  /** The object that names the operation. */
  pointer: Pointer;
  value: JsonObject;
  operationId: string | undefined;
  /** The operation it calls, when there is exactly one of that id. */
  target: Operation | undefined;
  /** The operations in whose inputs or outputs it stands; their inputs can be passed on. */
  sources: readonly Operation[];
  /** The schema or parameter that carries the extension. */
  owner: Schema | undefined;
  parameters: readonly PassedParameter[];
  /** What it expects of the result of `target`, in the order in which the paths are applied. */
  expectations: readonly Expectation[];
}

/** One member of `parameters`: what is passed to a parameter of the target. */
export interface PassedParameter {
  name: string;
  pointer: Pointer;
  passes:
    | { what: "literal"; value: unknown; pointer: Pointer }
    /** The value of a parameter, or of a property of the body, of the operation it stands in. */
    | { what: "source"; name: string; key: "parameter" | "parameterReference"; pointer: Pointer }
    /** The value path of the item that is opened in a tree. */
    | { what: "selectedItem"; key: "selectedItemValuePath" | "value-property"; pointer: Pointer };
}

export interface Expectation {
  what: "array" | "property";
  /** The key that states the path, such as `value-collection`. */
  key: string;
  /** Where the path stands; absent when the key is not there and the whole result is meant. */
  pointer: Pointer | undefined;
  /** Names separated by `/`; `""` is the place where it begins. */
  path: string;
  /** Where the path begins: the result, or an item of the array that was found before. */
  from: "result" | "item";
}

/** What each extension expects of the result, by the key that says where. */
const expectedPaths: Partial<
  Record<DynamicReferenceKind, { collection?: string; properties: readonly string[] }>
> = {
  "x-ms-dynamic-values": {
    collection: "value-collection",
    properties: ["value-path", "value-title"],
  },
  "x-ms-dynamic-list": { collection: "itemsPath", properties: ["itemValuePath", "itemTitlePath"] },
  "x-ms-dynamic-schema": { properties: ["value-path"] },
  "x-ms-dynamic-properties": { properties: ["itemValuePath"] },
  "x-ms-dynamic-tree": {
    collection: "itemsPath",
    properties: ["itemValuePath", "itemTitlePath", "itemFullTitlePath"],
  },
  "file-picker": {
    collection: "value-collection",
    properties: ["value-path", "value-title", "value-folder-property"],
  },
};

export function readDynamicReferences(definition: ApiDefinition): DynamicReference[] {
  const references: DynamicReference[] = [];
  const add = (
    kind: DynamicReferenceKind,
    pointer: Pointer,
    value: unknown,
    {
      sources = [],
      owner,
      step,
      paths = { pointer, value },
    }: {
      sources?: readonly Operation[];
      owner?: Schema;
      step?: "open" | "browse";
      /** The object with the paths, when it is not the one that names the operation. */
      paths?: { pointer: Pointer; value: unknown };
    } = {},
  ) => {
    if (!isObject(value)) return;
    const operationId = asString(value.operationId);
    const targets = operationId === undefined ? [] : definition.operationsById(operationId);
    const parameters = readParameters(child(pointer, "parameters"), value.parameters);
    const expectations = isObject(paths.value)
      ? readExpectations(kind, paths.pointer, paths.value)
      : [];
    if (step === "browse") expectations.push(...expectationsOfOpenedItem(parameters, value));
    references.push({
      kind,
      ...(step !== undefined && { step }),
      pointer,
      value,
      operationId,
      target: targets.length === 1 ? targets[0] : undefined,
      sources,
      owner,
      parameters,
      expectations,
    });
  };

  for (const schema of definition.schemas)
    for (const extension of dynamicExtensions) {
      if (!Object.hasOwn(schema.value, extension)) continue;
      const from = { sources: schema.operations, owner: schema };
      const pointer = schema.at(extension);
      const value = schema.value[extension];
      if (extension !== "x-ms-dynamic-tree") add(extension, pointer, value, from);
      else if (isObject(value))
        for (const step of ["open", "browse"] as const)
          add(extension, child(pointer, step), value[step], { ...from, step });
    }
  for (const operation of definition.operations) {
    const from = { sources: [operation] };
    const { "x-ms-notification": notification, "x-ms-operation-context": context } =
      operation.value;
    add("x-ms-notification", operation.at("x-ms-notification"), notification, from);
    if (isObject(context))
      add(
        "x-ms-operation-context",
        operation.at("x-ms-operation-context", "simulate"),
        context.simulate,
        from,
      );
  }
  const capabilities = definition.value["x-ms-capabilities"];
  if (isObject(capabilities)) {
    add("testConnection", "/x-ms-capabilities/testConnection", capabilities.testConnection);
    const paths = {
      pointer: "/x-ms-capabilities/file-picker",
      value: capabilities["file-picker"],
    };
    if (isObject(paths.value))
      for (const step of ["open", "browse"] as const)
        add("file-picker", child(paths.pointer, step), paths.value[step], { step, paths });
  }
  return references;
}

function readParameters(pointer: Pointer, value: unknown): PassedParameter[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, passed]) => {
    const at = child(pointer, name);
    if (isObject(passed)) {
      for (const key of ["parameter", "parameterReference"] as const) {
        const source = passed[key];
        if (typeof source === "string")
          return {
            name,
            pointer: at,
            passes: { what: "source", name: source, key, pointer: child(at, key) },
          };
      }
      for (const key of ["selectedItemValuePath", "value-property"] as const)
        if (Object.hasOwn(passed, key))
          return {
            name,
            pointer: at,
            passes: { what: "selectedItem", key, pointer: child(at, key) },
          };
      if (Object.hasOwn(passed, "value"))
        return {
          name,
          pointer: at,
          passes: { what: "literal", value: passed.value, pointer: child(at, "value") },
        };
    }
    return { name, pointer: at, passes: { what: "literal", value: passed, pointer: at } };
  });
}

function readExpectations(
  kind: DynamicReferenceKind,
  pointer: Pointer,
  value: JsonObject,
): Expectation[] {
  const { collection, properties } = expectedPaths[kind] ?? { properties: [] };
  const expectations: Expectation[] = [];
  const add = (key: string, expected: Pick<Expectation, "what" | "from">, path: string) =>
    expectations.push({
      ...expected,
      key,
      pointer: Object.hasOwn(value, key) ? child(pointer, key) : undefined,
      path,
    });
  if (collection !== undefined) {
    const path = Object.hasOwn(value, collection) ? asString(value[collection]) : "";
    // Where the array lies cannot be told, nor what its items hold.
    if (path === undefined) return [];
    add(collection, { what: "array", from: "result" }, path);
  }
  const from = collection === undefined ? "result" : "item";
  for (const key of properties) {
    const path = asString(value[key]);
    if (path !== undefined) add(key, { what: "property", from }, path);
  }
  return expectations;
}

/** What the call that opens an item of a tree takes from that item, which an earlier call listed. */
function expectationsOfOpenedItem(
  parameters: readonly PassedParameter[],
  value: JsonObject,
): Expectation[] {
  return parameters.flatMap(({ name, passes }): Expectation[] => {
    if (passes.what !== "selectedItem") return [];
    const path = member(member(value.parameters, name), passes.key);
    const { key, pointer } = passes;
    return typeof path === "string" ? [{ what: "property", key, pointer, path, from: "item" }] : [];
  });
}

/** An expectation that the result of the called operation does not meet. */
export interface UnmetExpectation {
  expectation: Expectation;
  /** There is nothing at the path, or something that is no array. */
  problem: "missing" | "notArray";
  /** Where its path begins. */
  start: Schema;
  /** The names of the path until there, the one that is missing not among them. */
  reached: readonly string[];
  /** The last schema on the way. */
  at: Schema;
}

/** An expectation as far as the result of the called operation meets it. */
export interface FollowedExpectation {
  expectation: Expectation;
  /** Where its path begins. */
  start: Schema;
  /** The properties on the way, each as it is declared. */
  steps: readonly Schema[];
  /** Whether the next one is certainly not there, or not told of. */
  missing?: "missing" | "unknown";
}

/** The ways of all expectations through the result of the called operation, as far as it tells. */
export function followExpectations(reference: DynamicReference): FollowedExpectation[] {
  const result = reference.target?.resultSchema?.resolved;
  const followed: FollowedExpectation[] = [];
  let item: Schema | undefined;
  for (const expectation of reference.expectations) {
    const start = expectation.from === "item" ? item : result;
    if (start === undefined) continue;
    const way = followPath(start, expectation.path.split("/"));
    followed.push({ expectation, start, ...way });
    const at = (way.steps.at(-1) ?? start).resolved;
    if (expectation.what === "array" && way.missing === undefined && at !== undefined)
      if (isArray(at) === true) item = itemsOf(at);
  }
  return followed;
}

/** What a reference expects in vain, as far as the result of the called operation tells. */
export function unmetExpectations(reference: DynamicReference): UnmetExpectation[] {
  return followExpectations(reference).flatMap((followed): UnmetExpectation[] => {
    const { expectation, start, steps, missing } = followed;
    const at = (steps.at(-1) ?? start).resolved;
    if (at === undefined || missing === "unknown") return [];
    const isNoArray =
      missing === undefined && expectation.what === "array" && isArray(at) === false;
    if (missing === undefined && !isNoArray) return [];
    const reached = steps.map(({ propertyName }) => propertyName!);
    return [{ expectation, problem: missing ?? "notArray", start, reached, at }];
  });
}

/**
 * Follows a path of names separated by `/` through properties, references and `allOf`.
 * `unknown` when the schema leaves open what is there, as a dynamic one or one without properties does.
 */
export function findByPath(
  schema: Schema | undefined,
  path: string,
): { found: Schema } | "missing" | "unknown" {
  if (schema === undefined) return "unknown";
  const { steps, missing } = followPath(schema, path.split("/"));
  if (missing !== undefined) return missing;
  const found = (steps.at(-1) ?? schema).resolved;
  return found === undefined ? "unknown" : { found };
}

/**
 * The properties that names lead through, one below the other and each as it is declared, and
 * whether the next one is certainly not there (`missing`) or not told of (`unknown`). With
 * `intoItems` a name below an array is one of its items, and the schema of the items is a step, too.
 */
function followPath(
  schema: Schema,
  names: readonly string[],
  intoItems = false,
): { steps: Schema[]; missing?: "missing" | "unknown" } {
  const steps: Schema[] = [];
  let at = schema.resolved;
  for (const name of names) {
    if (name === "") continue;
    let property = at?.properties.get(name);
    if (property === undefined && intoItems) {
      const items = itemsBelow(at, name);
      steps.push(...items);
      at = items.length > 0 ? items.at(-1)!.resolved : at;
      property = at?.properties.get(name);
      if (property === undefined && items.length > 0 && isItemName(name)) continue;
    }
    if (property === undefined)
      return { steps, missing: at === undefined || isOpen(at) ? "unknown" : "missing" };
    steps.push(property);
    at = property.resolved;
  }
  return { steps };
}

/** The items of an array, and of the arrays that those are, until one has a property of that name. */
function itemsBelow(schema: Schema | undefined, name: string): Schema[] {
  const items: Schema[] = [];
  const visited = new Set<Schema>();
  let at = schema;
  while (at !== undefined && !visited.has(at) && !at.properties.has(name) && isArray(at) === true) {
    visited.add(at);
    const [declared] = at.parts.flatMap((part) => part.children("items"));
    if (declared === undefined) break;
    items.push(declared);
    at = declared.resolved;
    if (isItemName(name)) break;
  }
  return items;
}

/** Whether a segment of a path stands for the items of an array instead of naming a property. */
function isItemName(name: string): boolean {
  return /^(items|\*|\[(\*|\d*)\]|\d+)$/.test(name);
}

/** Whether a schema leaves open what it holds: more may be there than it tells of. */
export function isOpen(schema: Schema): boolean {
  const { parts } = schema;
  const isDeclaredOpen = parts.some(
    (part) =>
      part.isDynamic ||
      ["anyOf", "oneOf", "discriminator"].some((keyword) => keyword in part.value) ||
      isObject(part.value.additionalProperties) ||
      part.value.additionalProperties === true ||
      part.children("allOf").some(({ resolved }) => resolved === undefined),
  );
  if (isDeclaredOpen || parts.length === 0) return true;
  const type = parts.find((part) => part.type !== undefined)?.type;
  if (type === "array") return itemsOf(schema) === undefined;
  if (type !== undefined && type !== "object") return false;
  return schema.properties.size === 0;
}

/** Whether a schema is an array, as far as it tells. */
export function isArray(schema: Schema): boolean | "unknown" {
  const type = schema.parts.find((part) => part.type !== undefined)?.type;
  if (type === "array" || (type === undefined && itemsOf(schema) !== undefined)) return true;
  return isOpen(schema) ? "unknown" : false;
}

/** What an item of the list that a dropdown shows is, where the called operation says so. */
export function listedItem(reference: DynamicReference): Schema | undefined {
  const result = reference.target?.resultSchema?.resolved;
  const list = reference.expectations.find(({ what }) => what === "array");
  if (list === undefined) return undefined;
  const found = findByPath(result, list.path);
  return typeof found === "object" && isArray(found.found) === true
    ? itemsOf(found.found)?.resolved
    : undefined;
}

function itemsOf(schema: Schema): Schema | undefined {
  return schema.parts.find(({ items }) => items !== undefined)?.items;
}

/** What a name means among the inputs of an operation: a parameter, or a property of its body. */
export interface Input {
  parameter: Parameter;
  /**
   * The properties, and items of arrays, from the body to the one that is meant, each as declared;
   * none for a parameter.
   */
  steps: readonly Schema[];
}

/**
 * Whether an extension calls a property of the body by its full name only. In the older ones a
 * path from the body itself does, too.
 */
export function needsFullNames(kind: DynamicReferenceKind): boolean {
  return (
    kind === "x-ms-dynamic-list" ||
    kind === "x-ms-dynamic-properties" ||
    kind === "x-ms-dynamic-tree"
  );
}

/**
 * What `name` means among the inputs of an operation. Parameters are called by their names;
 * properties of the body by a path from its parameter, such as `body/address/city`, or, unless
 * `fullNames`, by one from the body itself, such as `address.city`. A name that is both is
 * ambiguous and gives both.
 */
export function findInputs(
  operation: Operation,
  name: string,
  fullNames = false,
): { found: readonly Input[] } | "missing" | "unknown" {
  const inputs: Input[] = operation.parameters
    .filter((parameter) => parameter.name === name)
    .map((parameter) => ({ parameter, steps: [] }));
  const { body } = operation;
  const [first, ...rest] = name.split("/");
  const paths = fullNames ? [] : [[name], name.split("/"), name.split(".")];
  if (first === body?.name && rest.length > 0) paths.unshift(rest);
  const schema = body?.schema;
  let isUnknown = paths.length > 0 && schema !== undefined && isArray(schema) === true;
  if (body !== undefined && schema !== undefined)
    for (const path of paths) {
      const { steps, missing } = followPath(schema, path, true);
      if (missing === "unknown") isUnknown = true;
      if (missing === undefined && steps.length > 0) {
        inputs.push({ parameter: body, steps });
        break;
      }
    }
  if (inputs.length > 0) return { found: inputs };
  return isUnknown ? "unknown" : "missing";
}

/** The name by which every extension finds an input: `body/address/city`. */
export function fullName({ parameter, steps }: Input): string {
  return [parameter.name, ...steps.flatMap(({ propertyName }) => propertyName ?? [])].join("/");
}

/** The object that says the type and the default of an input. */
export function declarationOf({ parameter, steps }: Input): JsonObject | undefined {
  if (steps.length > 0) return steps.at(-1)!.resolved?.value;
  return parameter.in === "body" ? parameter.schema?.resolved?.value : parameter.value;
}

/** The type of an input, which a part of it may say. */
export function typeOfInput({ parameter, steps }: Input): string | undefined {
  if (steps.length === 0 && parameter.in !== "body") return parameter.type;
  const schema = steps.at(-1) ?? parameter.schema;
  return schema?.parts.find(({ type }) => type !== undefined)?.type;
}

/** Whether an input is always sent: required itself and by everything it is written in. */
export function isRequiredInput({ parameter, steps }: Input): boolean {
  if (!parameter.isRequired) return false;
  let container = parameter.schema;
  for (const step of steps) {
    const { propertyName } = step;
    if (propertyName !== undefined && container?.requires(propertyName) !== true) return false;
    container = step;
  }
  return true;
}

/** Whether makers cannot fill an input: itself or something it is written in is internal. */
export function isInternalInput({ parameter, steps }: Input): boolean {
  if (parameter.visibility === "internal") return true;
  const body = parameter.schema;
  return [...(body === undefined ? [] : [body]), ...steps].some(
    (schema) => schema.isInternal || schema.resolved?.value["x-ms-visibility"] === "internal",
  );
}
