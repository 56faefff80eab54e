import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { exampleOf } from "../language/explain.js";
import type { JsonSchema } from "../language/schemas.js";
import apiDefinition from "../rulesets/schemas/apiDefinition.schema.json" with { type: "json" };
import apiProperties from "../rulesets/schemas/apiProperties.schema.json" with { type: "json" };
import settings from "../rulesets/schemas/settings.schema.json" with { type: "json" };

type Subschema = JsonSchema | boolean;

interface Found {
  path: string;
  schema: JsonSchema;
  /** The keys that are told of in the schema whose condition or part this one is. */
  told: ReadonlySet<string>;
}

/** All schemas in one that say something of a place; conditions only ask. */
function* schemasIn(root: JsonSchema): Generator<Found> {
  function* visit(
    schema: Subschema | undefined,
    path: string,
    told: ReadonlySet<string> = new Set(),
  ): Generator<Found> {
    if (typeof schema !== "object") return;
    yield { path, schema, told };
    const { properties = {}, patternProperties = {}, allOf = [] } = schema;
    for (const [key, each] of Object.entries(properties))
      yield* visit(each, `${path}/properties/${key}`);
    for (const [pattern, each] of Object.entries(patternProperties))
      yield* visit(each, `${path}/patternProperties/${pattern}`);
    yield* visit(schema.additionalProperties, `${path}/additionalProperties`);
    yield* visit(schema.items, `${path}/items`);
    const here = new Set([...told, ...Object.keys(properties)]);
    for (const [index, part] of allOf.entries()) yield* visit(part, `${path}/allOf/${index}`, here);
    yield* visit(schema.then, `${path}/then`, here);
    yield* visit(schema.else, `${path}/else`, here);
  }
  yield* visit(root, "#");
  for (const [name, each] of Object.entries(root.definitions ?? {}))
    yield* visit(each, `#/definitions/${name}`);
}

function isDescribed(schema: Subschema, root: JsonSchema): boolean {
  if (typeof schema === "boolean") return true;
  const { description, $ref, allOf = [] } = schema;
  const target = $ref && root.definitions?.[$ref.slice("#/definitions/".length)];
  return (
    description !== undefined ||
    (target !== undefined && target !== "" && isDescribed(target, root)) ||
    allOf.some((part) => isDescribed(part, root))
  );
}

describe.each([
  ["apiDefinition", apiDefinition],
  ["apiProperties", apiProperties],
  ["settings", settings],
])("the schema %s", (_, json) => {
  const root = json as JsonSchema;
  const all = [...schemasIn(root)];

  test("describes every property", () => {
    const silent = all.flatMap(({ path, schema: { properties = {} }, told }) =>
      Object.entries(properties)
        .filter(([key, each]) => !told.has(key) && !isDescribed(each, root))
        .map(([key]) => `${path}/properties/${key}`),
    );
    expect(silent).toEqual([]);
  });

  test("describes in plain words and few of them", () => {
    for (const { path, schema } of all) {
      const lines = Object.values(schema["x-enum-descriptions"] ?? {});
      for (const text of [schema.description, ...lines])
        if (text !== undefined) {
          expect(text, path).toMatch(/^\S.*[.…]$/);
          expect(text.length, path).toBeLessThan(280);
        }
    }
  });

  test("has a line about each value that is allowed, or known, and about no other", () => {
    for (const { path, schema } of all)
      if (schema["x-enum-descriptions"] !== undefined)
        expect(Object.keys(schema["x-enum-descriptions"]).sort(), path).toEqual(
          [...(schema.enum ?? schema.examples ?? [])].sort(),
        );
  });

  test("has examples that it allows and that fit a hover", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addSchema(root, "root");
    for (const { path, schema } of all) {
      if (!("x-example" in schema)) continue;
      const validate = ajv.getSchema(`root${encodeURI(path.replaceAll("^", "%5E"))}`);
      const errors = validate?.(schema["x-example"]) ? [] : validate?.errors;
      expect(errors, `${path}: ${JSON.stringify(errors)}`).toEqual([]);
      const key = path.slice(path.lastIndexOf("/") + 1);
      const lines = exampleOf(key, [schema]).split("\n").slice(1, -1);
      expect(lines.length, `${path}\n${lines.join("\n")}`).toBeLessThanOrEqual(14);
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(110);
      expect(JSON.parse(`{${lines.join("\n")}}`)).toEqual({ [key]: schema["x-example"] });
    }
  });
});
