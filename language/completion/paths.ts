import { CompletionItemKind } from "vscode-languageserver-types";
import type { ApiDefinition, Operation } from "../../connector/apiDefinition.js";
import {
  type DynamicReferenceKind,
  findByPath,
  isArray,
  needsFullNames,
} from "../../connector/dynamicReference.js";
import { type Pointer, parent, segments } from "../../connector/pointer.js";
import type { Schema } from "../../connector/schema.js";
import { asObject, asString, isObject, member } from "../../connector/values.js";
import { escapeMarkdown } from "../describe.js";
import type { Candidate, Setting, Source } from "./candidate.js";
import { ownKeyOf } from "./cursor.js";

/** What a call of another operation passes to it, and where in its result something is. */
export const paths: Source = (setting) => {
  const { file, cursor, place } = setting;
  const definition = place.sight.connector.apiDefinition;
  if (file.kind !== "apiDefinition" || definition === undefined) return [];
  const call = callAround(setting, definition);
  if (call === undefined) return [];
  if (cursor.what === "key")
    return call.below.length === 1 && call.below[0] === "parameters" ? passed(setting, call) : [];
  const [key = "", , passes] = call.below;
  if (key === "parameters")
    return passes === "parameter" || passes === "parameterReference"
      ? sources(call, definition, needsFullNames(call.kind))
      : passes === "selectedItemValuePath" || passes === "value-property"
        ? ofItem(call)
        : [];
  if (call.below.length !== 1) return [];
  if (collectionKeys.has(key)) return pathsTo(call.result, (schema) => isArray(schema) !== false);
  // The older extensions name a property of the result itself.
  if (call.kind === "x-ms-dynamic-schema" || call.kind === "x-ms-dynamic-properties")
    return resultKeys.has(key) ? pathsTo(call.result, () => true) : [];
  return resultKeys.has(key) ? ofItem(call) : [];
};

const collectionKeys: ReadonlySet<string> = new Set(["value-collection", "itemsPath"]);
const resultKeys: ReadonlySet<string> = new Set([
  "value-path",
  "value-title",
  "value-folder-property",
  "itemValuePath",
  "itemTitlePath",
  "itemFullTitlePath",
  "itemIsParent",
]);

/** The call of another operation in which something is written. */
interface Call {
  kind: DynamicReferenceKind;
  /** The object that names the operation. */
  pointer: Pointer;
  target: Operation | undefined;
  result: Schema | undefined;
  /** The object that says where in the result something is. */
  where: unknown;
  /** The keys from that object, or from the one that names the operation, to what is written. */
  below: readonly string[];
}

const callingKeys =
  /^(?:x-ms-(?:dynamic-(?:values|list|schema|properties|tree)|notification)|testConnection|file-picker)$/;

function callAround({ cursor, written }: Setting, definition: ApiDefinition): Call | undefined {
  const path = segments(cursor.what === "key" ? (cursor.container ?? "") : cursor.pointer);
  const index = path.findLastIndex((segment) => callingKeys.test(segment));
  if (index < 0) return undefined;
  const kind = path[index] as DynamicReferenceKind;
  let pointer = cursor.what === "key" ? (cursor.container ?? "") : cursor.pointer;
  for (let at = path.length - 1; at > index; at--) pointer = parent(pointer);
  let where = written(pointer);
  let below = path.slice(index + 1);
  // A tree and a file picker make two calls. Those of a tree say each for itself where something is.
  if (below[0] === "open" || below[0] === "browse") {
    pointer = `${pointer}/${below[0]}`;
    below = below.slice(1);
    if (kind === "x-ms-dynamic-tree") where = written(pointer);
  }
  const named = asString(member(written(pointer), "operationId")) ?? calledBy(where);
  const targets = named === undefined ? [] : definition.operationsById(named);
  const [target] = targets;
  return { kind, pointer, target, result: target?.resultSchema, where, below };
}

/** The operation that lists the items of a file picker. */
function calledBy(where: unknown): string | undefined {
  return (
    asString(member(member(where, "browse"), "operationId")) ??
    asString(member(member(where, "open"), "operationId"))
  );
}

/** The parameters of the operation that is called. */
function passed({ cursor, written }: Setting, { kind, target }: Call): readonly Candidate[] {
  const present = asObject(written(cursor.container ?? ""));
  const own = ownKeyOf(cursor);
  return (target?.parameters ?? []).flatMap((parameter): Candidate[] => {
    const { name } = parameter;
    if (name === undefined || (Object.hasOwn(present, name) && name !== own)) return [];
    return [
      {
        label: name,
        kind: CompletionItemKind.Variable,
        detail: [parameter.in, parameter.type, parameter.isRequired && "required"]
          .filter(Boolean)
          .join(" "),
        documentation: textOf(parameter.value.description),
        rank: parameter.isRequired ? 1 : 5,
        insert: {
          key: name,
          body: needsFullNames(kind) ? `{ "parameterReference": "$1" }` : `{ "parameter": "$1" }`,
        },
      },
    ];
  });
}

/**
 * The inputs of the operations in which the call stands. The older extensions call a property of the body by its own name,
 * `address.city`, unless a parameter has that, too.
 */
function sources(call: Call, definition: ApiDefinition, fullNames: boolean): readonly Candidate[] {
  const known = definition.dynamicReferences.find(({ pointer }) => pointer === call.pointer);
  const [section, path, method] = segments(call.pointer);
  const around = definition.operations.filter(
    (operation) =>
      section === "paths" &&
      operation.path === path &&
      (operation.method === method || method === "parameters"),
  );
  const operations = known !== undefined && known.sources.length > 0 ? known.sources : around;
  const candidates = new Map<string, Candidate>();
  for (const { parameters, body } of operations) {
    for (const { name, in: location, value } of parameters)
      if (name !== undefined && location !== "body")
        candidates.set(name, ofPath(name, [location, value.type], value.description, 4));
    const start = body?.name;
    if (body?.schema === undefined || start === undefined) continue;
    for (const candidate of pathsTo(body.schema, () => true))
      if (candidate.label !== "") {
        const own = candidate.label.replaceAll("/", ".");
        const isOwn = !fullNames && !parameters.some(({ name }) => name === own);
        const label = isOwn ? own : `${start}/${candidate.label}`;
        candidates.set(label, {
          ...candidate,
          label,
          insert: { value: label },
          rank: fullNames ? 5 : 6,
        });
      }
  }
  return [...candidates.values()];
}

/** The properties of an item of the list that the operation gives. */
function ofItem({ kind, result, where }: Call): readonly Candidate[] {
  const key =
    kind === "x-ms-dynamic-values" || kind === "file-picker" ? "value-collection" : "itemsPath";
  const path = asString(member(where, key)) ?? "";
  const list = findByPath(result, path);
  const array = typeof list === "object" ? list.found : result;
  return pathsTo(array?.items ?? array, (schema) => isArray(schema) !== true);
}

/** No designer shows more, and nobody finds anything in a longer list. */
const mostPaths = 300;
const mostSteps = 6;

/** The paths to the properties below a schema, those above before those below. */
function pathsTo(schema: Schema | undefined, isWanted: (schema: Schema) => boolean): Candidate[] {
  const candidates: Candidate[] = [];
  if (schema === undefined) return candidates;
  if (isArray(schema) === true && isWanted(schema))
    candidates.push(ofPath("", ["the result itself"], undefined, 3));
  const pending = [{ schema, path: [] as string[], around: new Set<Schema>() }];
  // Grows while it is walked.
  for (const { schema: at, path, around } of pending) {
    const target = at.resolved;
    if (target === undefined || around.has(target) || path.length >= mostSteps) continue;
    for (const [name, property] of at.properties) {
      if (candidates.length >= mostPaths) return candidates;
      const resolved = property.resolved ?? property;
      const next = [...path, name];
      if (isWanted(resolved))
        candidates.push(
          ofPath(
            next.join("/"),
            [resolved.type],
            property.value.description ?? resolved.value.description,
            5 + Math.min(path.length, 3),
          ),
        );
      if (isObject(resolved.value) && isArray(resolved) !== true)
        pending.push({ schema: property, path: next, around: new Set(around).add(target) });
    }
  }
  return candidates;
}

function ofPath(
  path: string,
  detail: readonly unknown[],
  description: unknown,
  rank: number,
): Candidate {
  return {
    label: path,
    kind: CompletionItemKind.Field,
    detail: detail.filter((each) => typeof each === "string").join(" ") || undefined,
    documentation: textOf(description),
    rank,
    insert: { value: path },
  };
}

function textOf(description: unknown): string | undefined {
  return typeof description === "string" ? escapeMarkdown(description) : undefined;
}
