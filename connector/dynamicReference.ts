import type { ApiDefinition, Operation, Parameter } from "./apiDefinition.js";
import { child, type Pointer } from "./pointer.js";
import type { Schema } from "./schema.js";
import { asString, isObject, type JsonObject } from "./values.js";

/** The extensions that call an operation of the same definition. */
export type DynamicReferenceKind =
  | "x-ms-dynamic-values"
  | "x-ms-dynamic-list"
  | "x-ms-dynamic-schema"
  | "x-ms-dynamic-properties"
  | "x-ms-dynamic-tree"
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
  /** The object that names the operation. */
  pointer: Pointer;
  value: JsonObject;
  operationId: string | undefined;
  /** The operation it calls, when there is exactly one of that id. */
  target: Operation | undefined;
  /** The operations in whose inputs (or outputs) it stands; their parameters can be passed on. */
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
    | { what: "literal"; value: unknown }
    /** The value of a parameter, or of a property of the body, of the operation it stands in. */
    | { what: "source"; name: string; key: "parameter" | "parameterReference" }
    /** The value path of the item that is opened in a tree. */
    | { what: "selectedItem" };
}

export interface Expectation {
  what: "array" | "property";
  /** The key that states the path, such as `value-collection`; absent when the whole result is meant. */
  key: string | undefined;
  pointer: Pointer;
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
  "x-ms-dynamic-tree": { collection: "itemsPath", properties: ["itemValuePath", "itemTitlePath"] },
};

export function readDynamicReferences(definition: ApiDefinition): DynamicReference[] {
  const references: DynamicReference[] = [];
  const add = (
    kind: DynamicReferenceKind,
    pointer: Pointer,
    value: unknown,
    sources: readonly Operation[],
    owner?: Schema,
  ) => {
    if (!isObject(value)) return;
    const operationId = asString(value.operationId);
    const targets = operationId === undefined ? [] : definition.operationsById(operationId);
    references.push({
      kind,
      pointer,
      value,
      operationId,
      target: targets.length === 1 ? targets[0] : undefined,
      sources,
      owner,
      parameters: readParameters(child(pointer, "parameters"), value.parameters),
      expectations: readExpectations(kind, pointer, value),
    });
  };

  for (const schema of definition.schemas) {
    const extension = (key: DynamicReferenceKind) => {
      if (key in schema.value)
        add(key, schema.at(key), schema.value[key], schema.operations, schema);
    };
    extension("x-ms-dynamic-values");
    extension("x-ms-dynamic-list");
    extension("x-ms-dynamic-schema");
    extension("x-ms-dynamic-properties");
    const tree = schema.value["x-ms-dynamic-tree"];
    if (isObject(tree))
      for (const step of ["open", "browse"])
        add(
          "x-ms-dynamic-tree",
          schema.at("x-ms-dynamic-tree", step),
          tree[step],
          schema.operations,
          schema,
        );
  }
  for (const operation of definition.operations) {
    add(
      "x-ms-notification",
      operation.at("x-ms-notification"),
      operation.value["x-ms-notification"],
      [operation],
    );
    const context = operation.value["x-ms-operation-context"];
    if (isObject(context))
      add(
        "x-ms-operation-context",
        operation.at("x-ms-operation-context", "simulate"),
        context.simulate,
        [operation],
      );
  }
  const capabilities = definition.value["x-ms-capabilities"];
  if (isObject(capabilities)) {
    add("testConnection", "/x-ms-capabilities/testConnection", capabilities.testConnection, []);
    const picker = capabilities["file-picker"];
    if (isObject(picker))
      for (const step of ["open", "browse"])
        add("file-picker", child("/x-ms-capabilities/file-picker", step), picker[step], []);
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
          return { name, pointer: at, passes: { what: "source", name: source, key } };
      }
      if ("selectedItemValuePath" in passed)
        return { name, pointer: at, passes: { what: "selectedItem" } };
      if ("value" in passed)
        return { name, pointer: at, passes: { what: "literal", value: passed.value } };
    }
    return { name, pointer: at, passes: { what: "literal", value: passed } };
  });
}

function readExpectations(
  kind: DynamicReferenceKind,
  pointer: Pointer,
  value: JsonObject,
): Expectation[] {
  const expected = expectedPaths[kind];
  if (expected === undefined) return [];
  const expectations: Expectation[] = [];
  const { collection, properties } = expected;
  if (collection !== undefined) {
    const path = asString(value[collection]);
    expectations.push({
      what: "array",
      key: path === undefined ? undefined : collection,
      pointer: path === undefined ? pointer : child(pointer, collection),
      path: path ?? "",
      from: "result",
    });
  }
  for (const key of properties) {
    const path = asString(value[key]);
    if (path !== undefined)
      expectations.push({
        what: "property",
        key,
        pointer: child(pointer, key),
        path,
        from: collection === undefined ? "result" : "item",
      });
  }
  return expectations;
}

/**
 * Follows a path of names separated by `/` through properties, references and `allOf`.
 * `unknown` when the schema leaves open what is there, as a dynamic one or one without properties does.
 */
export function findByPath(
  schema: Schema | undefined,
  path: string,
): { found: Schema } | "missing" | "unknown" {
  let at = schema?.resolved;
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (at === undefined || isOpen(at)) return "unknown";
    const property: Schema | undefined = at.properties.get(name);
    if (property === undefined) return "missing";
    at = property.resolved;
  }
  return at === undefined ? "unknown" : { found: at };
}

/** Whether a schema says nothing about what it holds. */
export function isOpen(schema: Schema): boolean {
  const { value } = schema;
  if (
    schema.isDynamic ||
    isObject(value.additionalProperties) ||
    value.additionalProperties === true
  )
    return true;
  if (schema.type === "array") return schema.items === undefined;
  if (schema.type !== undefined && schema.type !== "object") return false;
  return schema.properties.size === 0;
}

/** The parameter of an operation that a passed value goes to; bodies are addressed by property, too. */
export function targetParameter(target: Operation, name: string): Parameter | undefined {
  return target.parameters.find((parameter) => parameter.name === name);
}
