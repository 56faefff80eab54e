import { CompletionItemKind } from "vscode-languageserver-types";
import type { ApiDefinition, Operation } from "../../connector/apiDefinition.js";
import { isArray, isOpen } from "../../connector/dynamicReference.js";
import { once } from "../../connector/keep.js";
import { child, lastSegment, type Pointer, segments } from "../../connector/pointer.js";
import type { Schema } from "../../connector/schema.js";
import { asObject, asString, isObject, type JsonObject } from "../../connector/values.js";
import { pascalCase, sentenceCase } from "../../rulesets/words.js";
import { describeOperation } from "../describe.js";
import { freeName } from "../freeName.js";
import { nounOf, nounOfInput } from "../noun.js";
import type { Candidate, Setting } from "./candidate.js";
import { otherKeys } from "./cursor.js";
import { listForDropDown } from "./operationBlocks.js";
import { filled, membersOf } from "./snippet.js";

/** Extensions that call another operation: drop-downs of a parameter or property, schemas that depend on what was entered. */
export function dynamicBlocks(setting: Setting, definition: ApiDefinition): Candidate[] {
  const { cursor, schemas, written } = setting;
  const container = cursor.container ?? "";
  const value = asObject(written(container));
  const present = otherKeys(cursor, written);
  const takes = (key: string) =>
    schemas.some((schema) => Object.hasOwn(schema.properties ?? {}, key)) && !present.has(key);
  const path = segments(container);
  const around = sourcesOf(definition, container);
  const { type } = value;
  const candidates: Candidate[] = [];
  const hasValues = ["x-ms-dynamic-values", "x-ms-dynamic-list", "x-ms-dynamic-tree"].some((key) =>
    present.has(key),
  );
  const isScalar = ["string", "integer", "number", undefined].includes(type as string | undefined);
  if (
    takes("x-ms-dynamic-values") &&
    takes("x-ms-dynamic-list") &&
    !hasValues &&
    isScalar &&
    !present.has("enum") &&
    value.in !== "body" &&
    isNamed(path) &&
    isInput(definition, container)
  )
    candidates.push(...dropDowns(setting, definition, around));
  if (
    takes("x-ms-dynamic-schema") &&
    takes("x-ms-dynamic-properties") &&
    (type === "object" || (type === undefined && !isNamed(path))) &&
    !present.has("properties")
  )
    candidates.push(...dynamicSchemas(setting, definition, around));
  return candidates;
}

/** Whether a path is that of a parameter, or of a property: what else has a schema has no drop-down. */
function isNamed(path: readonly string[]): boolean {
  const owner = path.at(-2);
  return owner === "parameters" || owner === "properties";
}

function isInput(definition: ApiDefinition, pointer: Pointer): boolean {
  const path = segments(pointer);
  if (path.includes("responses") || path.includes("x-ms-notification-content")) return false;
  const schema = definition.schemaAt(pointer);
  return schema === undefined || schema.isInput || !schema.isOutput;
}

/** The operations in which something stands; their inputs can be passed on. */
function sourcesOf(definition: ApiDefinition, pointer: Pointer): readonly Operation[] {
  const [section, path, method] = segments(pointer);
  if (section !== "paths") return definition.schemaAt(pointer)?.operations ?? [];
  return definition.operations.filter(
    (operation) =>
      operation.path === path && (operation.method === method || method === "parameters"),
  );
}

const mostOperations = 20;

function dropDowns(
  { cursor, written, file }: Setting,
  definition: ApiDefinition,
  around: readonly Operation[],
): Candidate[] {
  const container = cursor.container ?? "";
  const known = listOperations(definition)
    .filter(({ operation }) => !around.includes(operation))
    .flatMap(({ operation, list }): Candidate[] => {
      const parameters = passedTo(operation, around);
      if (parameters === undefined) return [];
      return [
        {
          label: `dynamic drop-down: ${operation.id}`,
          words: "dropdown x-ms-dynamic-values x-ms-dynamic-list",
          kind: CompletionItemKind.Snippet,
          detail: "Values from another operation",
          documentation: [
            `Fills a drop-down by calling \`${operation.id}\`.`,
            describeOperation(operation),
          ].join("\n\n"),
          rank: operation.isInternal ? 6 : 7,
          insert: { members: membersOf(dropDown(operation.id!, list, parameters)) },
        },
      ];
    })
    .slice(0, mostOperations);
  const own = asString(asObject(written(container)).name) ?? lastSegment(container);
  const isIndex = /^\d+$/.test(own);
  if (!file.json.isComplete || isIndex || own === "") return known;
  const noun = nounOfInput(own, segments(container)[1] ?? "");
  const paths = new Set(Object.keys(asObject(definition.value.paths)));
  const path = freeName(`/${noun.many.toLowerCase().replaceAll(" ", "-")}`, paths);
  const operation = asObject(
    filled(listForDropDown({ definition, noun, isOne: false, parameters: [] })),
  );
  const id = String(operation.operationId);
  return [
    ...known,
    {
      label: "dynamic drop-down with a new list operation",
      words: "dropdown x-ms-dynamic-values x-ms-dynamic-list",
      kind: CompletionItemKind.Snippet,
      detail: `Adds ${id}`,
      documentation: `Fills a drop-down by calling \`${id}\`, a new operation that makers do not see. It is added as \`GET ${path}\`.`,
      rank: 7,
      insert: {
        members: membersOf(dropDown(id, { path: "value", value: "id", title: "name" }, {})),
      },
      also: [{ set: child("/paths", path), value: { get: operation } }],
    },
  ];
}

/** What an operation passes to one that it calls, under both forms of the extension. */
interface Passed {
  [name: string]: string;
}

function dropDown(
  operationId: string,
  { path, value, title }: ItemList,
  passed: Passed,
): JsonObject {
  return {
    "x-ms-dynamic-values": {
      operationId,
      parameters: parametersOf(passed, "parameter"),
      ...(path !== undefined && { "value-collection": path }),
      "value-path": value,
      "value-title": title,
    },
    "x-ms-dynamic-list": {
      operationId,
      parameters: parametersOf(passed, "parameterReference"),
      ...(path !== undefined && { itemsPath: path }),
      itemValuePath: value,
      itemTitlePath: title,
    },
  };
}

function parametersOf(passed: Passed, key: string): JsonObject {
  return Object.fromEntries(
    Object.entries(passed).map(([name, source]) => [name, { [key]: source }]),
  );
}

/**
 * What has to be passed to an operation, taken from inputs of the same name and type; nothing when there is none for
 * something that it requires.
 */
function passedTo(target: Operation, around: readonly Operation[]): Passed | undefined {
  const passed: Passed = {};
  for (const { name, in: location, isRequired, value } of target.parameters) {
    if (!isRequired || "default" in value) continue;
    if (name === undefined || location === "body" || location === "formData") return undefined;
    const isThere = (operation: Operation) =>
      operation.parameters.some(
        (each) =>
          each.name === name &&
          each.in !== "body" &&
          each.type === value.type &&
          each.isRequired &&
          each.visibility !== "internal",
      );
    if (around.length === 0 || !around.every(isThere)) return undefined;
    passed[name] = name;
  }
  return passed;
}

/** Where an operation has a list, and what in an item of it is the value and the text. */
interface ItemList {
  path: string | undefined;
  value: string;
  title: string;
}

/** The operations that can fill a drop-down, those that makers do not see first: they are there for that. */
const listOperations = once((definition: ApiDefinition) =>
  definition.operations
    .filter(({ id, method, trigger }) => id && method === "get" && trigger === undefined)
    .flatMap((operation) => {
      const list = listIn(operation.resultSchema);
      return list === undefined ? [] : [{ operation, list }];
    })
    .sort((a, b) => Number(b.operation.isInternal) - Number(a.operation.isInternal)),
);

function listIn(result: Schema | undefined): ItemList | undefined {
  const target = result?.resolved;
  if (target === undefined) return undefined;
  if (isArray(target) === true) return itemsOf(target, undefined);
  for (const [name, property] of target.properties) {
    const list = property.resolved;
    if (list !== undefined && isArray(list) === true && !name.includes("/")) {
      const found = itemsOf(list, name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function itemsOf(list: Schema, path: string | undefined): ItemList | undefined {
  const scalars = [...(list.items?.resolved?.properties ?? [])].flatMap(([name, { resolved }]) =>
    /^(?:string|integer|number)$/.test(resolved?.type ?? "") && !name.includes("/") ? [name] : [],
  );
  const find = (pattern: RegExp) => scalars.find((name) => pattern.test(name));
  const value =
    find(/^_?(?:id|key|value|code|guid|uuid)$/i) ?? find(/(?:id|key|code)$/i) ?? scalars[0];
  if (value === undefined) return undefined;
  const title =
    find(/^(?:name|title|displayname|display_name|label|text|summary)$/i) ??
    find(/(?:name|title|label)$/i) ??
    value;
  return { path, value, title };
}

function dynamicSchemas(
  { cursor, file }: Setting,
  definition: ApiDefinition,
  around: readonly Operation[],
): Candidate[] {
  const known = schemaOperations(definition)
    .filter(({ operation }) => !around.includes(operation))
    .flatMap(({ operation, path }): Candidate[] => {
      const parameters = passedTo(operation, around);
      if (parameters === undefined) return [];
      return [
        {
          label: `dynamic schema: ${operation.id}`,
          words: "x-ms-dynamic-schema x-ms-dynamic-properties",
          kind: CompletionItemKind.Snippet,
          detail: "Schema from another operation",
          documentation: [
            `Takes the properties from what \`${operation.id}\` returns while a flow is designed.`,
            describeOperation(operation),
          ].join("\n\n"),
          rank: 6,
          insert: { members: membersOf(dynamicSchema(operation.id!, path, parameters)) },
        },
      ];
    })
    .slice(0, mostOperations);
  if (!file.json.isComplete) return known;
  const noun = nounAround(cursor.container ?? "", around);
  const id = freeName(`Get${pascalCase(noun)}Schema`, definition.operationIndex);
  const paths = new Set(Object.keys(asObject(definition.value.paths)));
  const path = freeName(`/${noun.toLowerCase().replaceAll(" ", "-")}-schema`, paths);
  return [
    ...known,
    {
      label: "dynamic schema with a new operation",
      words: "x-ms-dynamic-schema x-ms-dynamic-properties",
      kind: CompletionItemKind.Snippet,
      detail: `Adds ${id}`,
      documentation: `Takes the properties from what \`${id}\` returns while a flow is designed: a new operation that makers do not see. It is added as \`GET ${path}\`.`,
      rank: 7,
      insert: { members: membersOf(dynamicSchema(id, "schema", {})) },
      also: [{ set: child("/paths", path), value: { get: schemaOperation(id) } }],
    },
  ];
}

/** What the operation around a schema is about, or the definition that it is. */
function nounAround(container: Pointer, around: readonly Operation[]): string {
  const [section, name = "item"] = segments(container);
  if (section === "definitions") return nounOf(name).one;
  const words = (around[0]?.id ?? "").replace(/^(?:Get|List|Create|Add|Update|Delete|Set)/, "");
  return words === "" ? "item" : nounOf(words).one;
}

function dynamicSchema(operationId: string, path: string | undefined, passed: Passed): JsonObject {
  return {
    "x-ms-dynamic-schema": {
      operationId,
      parameters: parametersOf(passed, "parameter"),
      ...(path !== undefined && { "value-path": path }),
    },
    "x-ms-dynamic-properties": {
      operationId,
      parameters: parametersOf(passed, "parameterReference"),
      ...(path !== undefined && { itemValuePath: path }),
    },
  };
}

function schemaOperation(operationId: string): JsonObject {
  const summary = sentenceCase(operationId);
  return {
    operationId,
    summary,
    description: "Returns the schema of what is sent, as JSON Schema has it.",
    "x-ms-visibility": "internal",
    responses: {
      "200": {
        description: "The schema.",
        schema: { type: "object", properties: { schema: { type: "object" } } },
      },
    },
  };
}

/** The operations that give a schema: those that are called for one already, and those whose names say so. */
const schemaOperations = once((definition: ApiDefinition) => {
  const called = new Map<Operation, string | undefined>();
  for (const { kind, target, value } of definition.dynamicReferences)
    if (kind === "x-ms-dynamic-schema" && target?.id)
      called.set(target, asString(value["value-path"]));
  for (const operation of definition.operations) {
    const { id, isInternal, method, resultSchema } = operation;
    if (!id || !isInternal || method !== "get" || called.has(operation)) continue;
    if (!/schema|metadata/i.test(id)) continue;
    const [path] =
      [...(resultSchema?.resolved?.properties ?? [])].find(
        ([name, { resolved }]) =>
          /schema/i.test(name) &&
          resolved !== undefined &&
          isObject(resolved.value) &&
          isOpen(resolved),
      ) ?? [];
    called.set(operation, path);
  }
  return [...called].map(([operation, path]) => ({ operation, path }));
});
