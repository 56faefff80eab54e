import { CodeActionKind } from "vscode-languageserver-types";
import type { ApiDefinition, Operation } from "../../connector/apiDefinition.js";
import type { ApiProperties } from "../../connector/apiProperties.js";
import {
  type DynamicReference,
  type DynamicReferenceKind,
  findInputs,
  typeOfInput,
} from "../../connector/dynamicReference.js";
import type { JsonEdit } from "../../connector/edit.js";
import { child, lastSegment, type Pointer, parent, segments } from "../../connector/pointer.js";
import { localPointer, type Reference, sectionOf, valueAt } from "../../connector/reference.js";
import { isSecretName } from "../../connector/secrets.js";
import { asArray, asObject, isObject, type JsonObject, typeOf } from "../../connector/values.js";
import { inputOf, sourcesOf } from "../../rulesets/dynamicCall.js";
import { reasonPhraseOf } from "../../rulesets/reasonPhrases.js";
import { isSameText, sentenceCase, titleCase, wordsOf } from "../../rulesets/words.js";
import { freeName } from "../freeName.js";
import { isIn, type Refactoring, type RefactoringSource } from "./refactoring.js";

/** Creates what something calls by its name and what is not there. */
export const missing: RefactoringSource = (situation) => {
  const { connector, file } = situation;
  const { apiDefinition: definition, apiProperties: properties } = connector;
  if (file.kind === "apiDefinition" && definition !== undefined) {
    const call = definition.dynamicReferences.find(({ pointer }) => isIn(situation, pointer));
    const reference = definition.references.find(
      ({ pointer }) =>
        pointer === situation.pointer || child(pointer, "$ref") === situation.pointer,
    );
    return [
      ...(call?.operationId === undefined
        ? []
        : newOperation(call.operationId, definition, child(call.pointer, "operationId"))),
      ...(reference === undefined ? [] : referredTo(reference, definition)),
    ];
  }
  if (file.kind === "apiProperties" && properties !== undefined) {
    const named = properties.operationNames.find(({ pointer }) => pointer === situation.pointer);
    const uses = properties.connectionParameterUses.filter(
      ({ pointer }) => pointer === situation.pointer,
    );
    return [
      ...(named === undefined || definition === undefined
        ? []
        : newOperation(named.name, definition, named.pointer)),
      ...[...new Set(uses.map(({ name }) => name))].flatMap((name) =>
        newConnectionParameter(name, properties, situation.pointer),
      ),
    ];
  }
  return [];
};

function creation(
  what: string,
  name: string,
  file: Refactoring["file"],
  edits: readonly JsonEdit[],
  mends: Pointer,
): Refactoring[] {
  const title = `Create the ${what} "${name}"`;
  return [{ title, kind: CodeActionKind.QuickFix, file, edits, mends }];
}

/** What calls an operation that only lists or describes something. */
const callers: ReadonlySet<DynamicReferenceKind> = new Set([
  "x-ms-dynamic-values",
  "x-ms-dynamic-list",
  "x-ms-dynamic-schema",
  "x-ms-dynamic-properties",
  "x-ms-dynamic-tree",
  "testConnection",
  "file-picker",
]);

/** An operation that reads something, with a path that follows from its name, and all that those who call it expect. */
function newOperation(id: string, definition: ApiDefinition, mends: Pointer): Refactoring[] {
  const words = wordsOf(id);
  if (!definition.hasPaths || !/^[A-Za-z]\w*$/.test(id) || words.length === 0) return [];
  if (definition.operationsIgnoringCase(id).length > 0) return [];
  const calls = definition.dynamicReferences.filter(({ operationId }) => operationId === id);
  const parameters = parametersFor(calls);
  const schema = resultFor(calls);
  // What is passed to a body, or is expected in two shapes, needs more than a skeleton.
  if (parameters === undefined || schema === undefined) return [];
  if (!calls.every(({ kind }) => callers.has(kind))) return [];
  const known = new Set(
    Object.keys(asObject(definition.value.paths)).map((path) => path.toLowerCase()),
  );
  const path = freeName(`/${words.join("-").toLowerCase()}`, known);
  const summary = sentenceCase(id);
  const value = {
    operationId: id,
    summary,
    description: `${summary}.`,
    ...(calls.length > 0 && { "x-ms-visibility": "internal" }),
    ...(parameters.length > 0 && { parameters }),
    responses: { 200: { description: "OK", schema } },
  };
  const edits = [{ set: child("/paths", path), value: { get: value } }];
  return creation("operation", id, "apiDefinition", edits, mends);
}

/** A query parameter for each name to which something is passed. */
function parametersFor(calls: readonly DynamicReference[]): JsonObject[] | undefined {
  const types = new Map<string, string>();
  for (const { parameters, sources } of calls)
    for (const { name, passes } of parameters) {
      if (!/^[\w.$-]+$/.test(name)) return undefined;
      const [input] =
        passes.what === "source"
          ? sources.flatMap((source) => {
              const inputs = findInputs(source, passes.name);
              return typeof inputs === "string" ? [] : inputs.found;
            })
          : [];
      const type =
        passes.what === "literal"
          ? typeOf(passes.value)
          : (input && typeOfInput(input)) || "string";
      if (!scalar.test(type)) return undefined;
      if ((types.get(name) ?? type) !== type) return undefined;
      types.set(name, type);
    }
  return [...types].map(([name, type]) => ({
    name,
    in: "query",
    type,
    "x-ms-summary": titleCase(name) || name,
  }));
}

/** A schema that has what calls expect of the result; nothing when they do not agree. */
function resultFor(calls: readonly DynamicReference[]): JsonObject | undefined {
  const result: JsonObject = {};
  let areAgreed = true;
  const become = (schema: JsonObject, type: string): JsonObject => {
    if ((schema.type ?? type) !== type) areAgreed = false;
    schema.type = type;
    return schema;
  };
  const at = (start: JsonObject, path: string) => {
    let schema = start;
    for (const name of path.split("/").filter((each) => each !== "")) {
      const properties = asObject(become(schema, "object").properties);
      schema.properties = properties;
      // Never one that every object has.
      if (!Object.hasOwn(properties, name))
        Object.defineProperty(properties, name, { value: {}, enumerable: true });
      schema = properties[name] as JsonObject;
    }
    return schema;
  };
  for (const { kind, expectations, owner } of calls) {
    let item = result;
    for (const { what, key, path, from } of expectations) {
      const end = at(from === "item" ? item : result, path);
      if (what === "array") {
        become(end, "array").items ??= {};
        item = end.items as JsonObject;
      } else if (kind === "x-ms-dynamic-schema" || kind === "x-ms-dynamic-properties")
        become(end, "object");
      else if (/^(?:itemValuePath|value-path)$/.test(key) && owner?.type !== undefined)
        become(end, /^(?:integer|number|boolean)$/.test(owner.type) ? owner.type : "string");
      else end.type ??= "string";
    }
    if (item !== result) item.type ??= "object";
  }
  if (!areAgreed) return undefined;
  return result.type === undefined ? { ...result, type: "object" } : result;
}

const words = {
  schema: "definition",
  parameter: "shared parameter",
  response: "shared response",
} as const;

/** What a reference leads to, when that would be an entry of the section for its kind. */
function referredTo(reference: Reference, definition: ApiDefinition): Refactoring[] {
  const { kind, ref, problem, pointer } = reference;
  const target = localPointer(ref);
  if (problem !== "notFound" || kind === "pathItem" || target === undefined) return [];
  const [section, name = "", ...rest] = segments(target);
  if (section !== sectionOf[kind] || name.trim() === "" || rest.length > 0) return [];
  const known = definition.value[section];
  if (known !== undefined && !isObject(known)) return [];
  const value =
    kind === "schema"
      ? { type: typePassedOn(target, definition) ?? "object" }
      : kind === "response"
        ? { description: reasonPhraseOf(lastSegment(pointer)) ?? (sentenceCase(name) || name) }
        : newParameter(name, target, definition);
  if (value === undefined) return [];
  const edits = [{ set: target, value }];
  return creation(words[kind], name, "apiDefinition", edits, child(pointer, "$ref"));
}

/** The type that a called operation expects of a property that refers to a schema and is passed on to it. */
function typePassedOn(target: Pointer, { dynamicReferences }: ApiDefinition): string | undefined {
  for (const call of dynamicReferences)
    for (const passed of call.parameters) {
      const goal = inputOf(call.target, passed.name, call.kind);
      const type = goal && typeOfInput(goal);
      if (type === undefined || !scalar.test(type)) continue;
      const isPassed = sourcesOf(call, passed).some(({ inputs }) =>
        inputs.some(({ steps }) => {
          const ref = steps.at(-1)?.value.$ref;
          return typeof ref === "string" && localPointer(ref) === target;
        }),
      );
      if (isPassed) return type;
    }
  return undefined;
}

const scalar = /^(?:string|integer|number|boolean)$/;

/** A parameter of the query, or of the path where those who refer to it lack one; nothing where that is not clear. */
function newParameter(
  name: string,
  target: Pointer,
  definition: ApiDefinition,
): JsonObject | undefined {
  const users = usersOf(target, definition);
  const places = users.map(({ pathItem, parameters }) =>
    pathItem.templateNames.filter(
      (place) => !parameters.some((other) => other.in === "path" && other.name === place),
    ),
  );
  const text = {
    "x-ms-summary": titleCase(name) || name,
    description: `${sentenceCase(name) || name}.`,
  };
  if (places.every((each) => each.length === 0)) {
    const own = name.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
    const isTaken = users.some(({ parameters }) =>
      parameters.some((other) => other.in === "query" && other.name === own),
    );
    return { name: isTaken ? name : own, in: "query", type: "string", ...text };
  }
  const [first = [], ...others] = places;
  const shared = [...new Set(first)].filter((place) =>
    others.every((each) => each.includes(place)),
  );
  const place =
    shared.find((each) => isSameText(each, name)) ??
    shared.find((each) => name.toLowerCase().includes(each.toLowerCase())) ??
    (shared.length === 1 ? shared[0] : undefined);
  if (!place) return undefined;
  return {
    name: place,
    in: "path",
    required: true,
    type: "string",
    ...text,
    "x-ms-url-encoding": "single",
  };
}

/** The operations whose lists, or those of their path, refer to a shared parameter. */
function usersOf(target: Pointer, { operations, references }: ApiDefinition): Operation[] {
  const lists = new Set(
    references.flatMap(({ kind, ref, pointer }) =>
      kind === "parameter" && localPointer(ref) === target ? [parent(pointer)] : [],
    ),
  );
  return operations.filter(
    ({ pointer, pathItem }) =>
      lists.has(child(pointer, "parameters")) || lists.has(child(pathItem.pointer, "parameters")),
  );
}

function newConnectionParameter(
  name: string,
  { value, properties, connectionParameters }: ApiProperties,
  mends: Pointer,
): Refactoring[] {
  const isKnown = connectionParameters.some(
    (known) => known.name.toLowerCase() === name.toLowerCase(),
  );
  if (isKnown || !/^\w+$/.test(name)) return [];
  const sets = asArray(asObject(properties.connectionParameterSets).values);
  const lists = sets.flatMap((set, index) =>
    isObject(set) ? [child("/properties/connectionParameterSets/values", index, "parameters")] : [],
  );
  // A policy runs for whatever way somebody has connected.
  const places = lists.length > 0 ? lists : ["/properties/connectionParameters"];
  if (places.some((place) => !isObject(valueAt(value, place) ?? {}))) return [];
  const edits = places.map((place) => {
    const others = connectionParameters.filter(({ pointer }) => pointer.startsWith(`${place}/`));
    const taken = others.map(({ value }) =>
      Number(asObject(asObject(value.uiDefinition).constraints).tabIndex ?? 0),
    );
    const tabIndex = Math.max(others.length, ...taken.filter(Number.isInteger)) + 1;
    return { set: child(place, name), value: enteredText(name, tabIndex) };
  });
  return creation("connection parameter", name, "apiProperties", edits, mends);
}

/** A text that users enter. The service takes `required` as a text only. */
function enteredText(name: string, tabIndex: number): JsonObject {
  const isSecret = isSecretName(name);
  const words = sentenceCase(name).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
  return {
    type: isSecret ? "securestring" : "string",
    uiDefinition: {
      displayName: titleCase(name) || name,
      description: `The ${words || name} that the connection uses.`,
      tooltip: `Provide the ${words || name}`,
      constraints: { tabIndex, clearText: !isSecret, required: "true" },
    },
  };
}
