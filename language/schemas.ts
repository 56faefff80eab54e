import type { FileKind } from "../connector/connector.js";
import { child, type Pointer, segments } from "../connector/pointer.js";
import { valueAt } from "../connector/reference.js";
import { isObject, member, typeOf } from "../connector/values.js";
import apiDefinition from "../rulesets/schemas/apiDefinition.schema.json" with { type: "json" };
import apiProperties from "../rulesets/schemas/apiProperties.schema.json" with { type: "json" };
import settings from "../rulesets/schemas/settings.schema.json" with { type: "json" };

/** A JSON Schema of a file of connectors: the keywords that `rulesets/schemas` uses. */
export interface JsonSchema {
  title?: string;
  description?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  examples?: readonly unknown[];
  default?: unknown;
  /** The place is known, but nothing should be written there. */
  deprecated?: boolean;
  /** A line about each value of `enum` or, where others may stand, too, about values that are known. */
  "x-enum-descriptions"?: Readonly<Record<string, string>>;
  /** What may stand at the place. */
  "x-example"?: unknown;
  required?: readonly string[];
  properties?: Readonly<Record<string, Subschema>>;
  patternProperties?: Readonly<Record<string, Subschema>>;
  additionalProperties?: Subschema;
  items?: Subschema;
  allOf?: readonly Subschema[];
  anyOf?: readonly Subschema[];
  not?: Subschema;
  if?: Subschema;
  then?: Subschema;
  else?: Subschema;
  definitions?: Readonly<Record<string, Subschema>>;
  $ref?: string;
}
type Subschema = JsonSchema | boolean;

const roots: Partial<Record<FileKind, JsonSchema>> = {
  apiDefinition: apiDefinition as JsonSchema,
  apiProperties: apiProperties as JsonSchema,
  settings: settings as JsonSchema,
};

/**
 * The schemas that the value at a pointer has to meet, all at once; what stands around it decides conditions. The one
 * that says most of the place itself comes first. None where anything may stand.
 * @param written what stands at a pointer
 */
export function schemasAt(
  kind: FileKind,
  pointer: Pointer,
  written: (pointer: Pointer) => unknown,
): JsonSchema[] {
  const root = roots[kind];
  if (root === undefined) return [];
  let at: Pointer = "";
  let value = written(at);
  let schemas = inForce([root], root, value);
  for (const segment of segments(pointer)) {
    at = child(at, segment);
    const below = schemas.flatMap((schema) => schemasBelow(schema, segment, value));
    value = written(at);
    schemas = inForce(below, root, value);
    if (schemas.length === 0) break;
  }
  return schemas;
}

/** What the value at a place means; the more particular description of two. */
export function descriptionOf(schemas: readonly JsonSchema[]): string | undefined {
  return schemas.find(({ description }) => description !== undefined)?.description;
}

/** The keys that may stand in an object, each with the schemas of its value. */
export function keysOf(kind: FileKind, schemas: readonly JsonSchema[]): Map<string, JsonSchema[]> {
  const root = roots[kind]!;
  const keys = new Map<string, JsonSchema[]>();
  // A condition may say of a key that it must not be there.
  for (const { properties = {} } of schemas)
    for (const [key, schema] of Object.entries(properties))
      if (schema !== false)
        keys.set(key, [...(keys.get(key) ?? []), ...inForce([schema], root, undefined)]);
  return keys;
}

/**
 * The keys that make an object something else, each with the schemas of its value: of what can be a reference, `$ref`.
 */
export function keysInstead(
  kind: FileKind,
  schemas: readonly JsonSchema[],
): Map<string, JsonSchema[]> {
  const root = roots[kind]!;
  const keys = new Map<string, JsonSchema[]>();
  for (const { if: condition, then: other } of schemas) {
    if (typeof condition !== "object" || Object.keys(condition).join() !== "required") continue;
    const known = keysOf(kind, inForce(other === undefined ? [] : [other], root, undefined));
    for (const key of condition.required!) if (known.has(key)) keys.set(key, known.get(key)!);
  }
  return keys;
}

/** The keys that must stand in an object. */
export function requiredKeysOf(schemas: readonly JsonSchema[]): ReadonlySet<string> {
  return new Set(schemas.flatMap(({ required = [] }) => required));
}

function schemasBelow(schema: JsonSchema, segment: string, value: unknown): Subschema[] {
  if (Array.isArray(value)) return schema.items === undefined ? [] : [schema.items];
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, segment)) return [properties[segment]!];
  const fitting = Object.entries(patternProperties).filter(([pattern]) =>
    new RegExp(pattern).test(segment),
  );
  if (fitting.length > 0) return fitting.map(([, each]) => each);
  return additionalProperties === undefined ? [] : [additionalProperties];
}

/** Schemas with those that they refer to, consist of, and impose under a condition that a value meets. */
function inForce(schemas: readonly Subschema[], root: JsonSchema, value: unknown): JsonSchema[] {
  const found = new Set<JsonSchema>();
  const add = (schema: Subschema | undefined): void => {
    if (schema === undefined || typeof schema === "boolean" || found.has(schema)) return;
    found.add(schema);
    if (schema.$ref !== undefined) add(targetOf(root, schema.$ref));
    for (const part of schema.allOf ?? []) add(part);
    if (schema.if !== undefined) add(meets(value, schema.if, root) ? schema.then : schema.else);
  };
  for (const schema of schemas) add(schema);
  return [...found];
}

function targetOf(root: JsonSchema, ref: string): JsonSchema | undefined {
  return valueAt(root, ref.slice(1)) as JsonSchema | undefined;
}

/** Whether a value meets a condition of a schema. */
function meets(value: unknown, schema: Subschema, root: JsonSchema): boolean {
  if (typeof schema === "boolean") return schema;
  const { type, required, properties, not, anyOf, allOf, $ref } = schema;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if ("const" in schema && schema.const !== value) return false;
  if (type !== undefined && value !== undefined && !hasType(value, type)) return false;
  if (isObject(value)) {
    if (required?.some((key) => !Object.hasOwn(value, key))) return false;
    for (const [key, each] of Object.entries(properties ?? {}))
      if (Object.hasOwn(value, key) && !meets(member(value, key), each, root)) return false;
  } else if (required !== undefined && value === undefined) return false;
  if (not !== undefined && meets(value, not, root)) return false;
  if (anyOf !== undefined && !anyOf.some((each) => meets(value, each, root))) return false;
  if (allOf?.some((each) => !meets(value, each, root))) return false;
  const target = $ref === undefined ? undefined : targetOf(root, $ref);
  return target === undefined || meets(value, target, root);
}

function hasType(value: unknown, type: string | readonly string[]): boolean {
  const own = typeOf(value);
  const wanted = typeof type === "string" ? [type] : type;
  return wanted.includes(own) || (own === "integer" && wanted.includes("number"));
}
