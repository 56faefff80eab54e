import { CompletionItemKind } from "vscode-languageserver-types";
import type { ApiDefinition } from "../../connector/apiDefinition.js";
import { metadataKey } from "../../connector/metadata.js";
import { child, lastSegment, type Pointer, parent, segments } from "../../connector/pointer.js";
import { policyOperationKey } from "../../connector/policy.js";
import { referenceTo } from "../../connector/reference.js";
import { asArray, asObject, asString, isObject, strings } from "../../connector/values.js";
import { formats } from "../../rulesets/formats.js";
import { usualMediaTypes } from "../../rulesets/mediaType.js";
import { reasonPhrases } from "../../rulesets/reasonPhrases.js";
import { categories, metadataNames } from "../../rulesets/vocabulary.js";
import { pascalCase, sentenceCase, titleCase } from "../../rulesets/words.js";
import { describeOperation, describeSchema } from "../describe.js";
import type { Candidate, Setting, Source } from "./candidate.js";
import { ownKeyOf } from "./cursor.js";
import { inPart } from "./values.js";

/** What is declared elsewhere and can be called here, and the closed lists that are no part of the schemas. */
export const names: Source = (setting) => {
  const { file, cursor, place } = setting;
  const definition = place.sight.connector.apiDefinition;
  if (file.kind === "settings") return cursor.what === "value" ? fileNames(setting) : [];
  if (cursor.what === "key")
    return file.kind === "apiDefinition" && definition ? keysByName(setting, definition) : [];
  const { pointer } = cursor;
  if (file.kind === "apiProperties")
    return definition !== undefined && callsOperation(pointer)
      ? unlisted(setting, operations(definition))
      : [];
  return definition === undefined ? [] : valuesByName(setting, definition);
};

function callsOperation(pointer: Pointer): boolean {
  return (
    parent(pointer) === "/properties/scriptOperations" ||
    lastSegment(parent(pointer)) === policyOperationKey
  );
}

function valuesByName(setting: Setting, definition: ApiDefinition): readonly Candidate[] {
  const { cursor, written } = setting;
  const { pointer } = cursor;
  const path = segments(pointer);
  const key = path.at(-1) ?? "";
  const list = /^\d+$/.test(key) ? path.at(-2) : undefined;
  const isInExtension = path.some((segment) => segment.startsWith("x-"));
  if (key === "$ref") return references(definition, path);
  if (key === "operationId" && isInExtension) return operations(definition);
  if (path[0] === metadataKey) return metadata(setting, key);
  if (isInExtension && key !== "x-ms-summary") return [];
  const owner = parent(pointer);
  if (path.at(-4) === "security" && list !== undefined)
    return unlisted(setting, scopes(definition, list));
  switch (list) {
    case "tags":
      return path.length > 2 ? unlisted(setting, tags(definition, pointer)) : [];
    case "consumes":
    case "produces":
      return unlisted(setting, mediaTypes(definition, pointer));
    case "required":
      return unlisted(setting, properties(written(parent(owner))));
  }
  switch (key) {
    case "x-ms-summary":
      return texts(titleCase, asObject(written(owner)).name, propertyName(path));
    case "summary":
      return isInOperation(path) ? texts(sentenceCase, asObject(written(owner)).operationId) : [];
    case "operationId":
      return isInOperation(path) ? texts(operationIdFrom, asObject(written(owner)).summary) : [];
    case "discriminator":
      return properties(written(owner));
    case "format": {
      const type = asString(asObject(written(owner)).type);
      const known = type !== undefined && Object.hasOwn(formats, type) ? formats[type]! : [];
      // A property of something that is sent as JSON is no file.
      const isPart = inPart.test(parent(pointer));
      return known.filter((value) => value !== "binary" || !isPart).map((value) => ofList(value));
    }
    case "default": {
      const { enum: allowed, type } = asObject(written(owner));
      const values = type === "boolean" ? [true, false] : asArray(allowed);
      return values.map((value) => ({
        ...ofList(typeof value === "string" ? value : JSON.stringify(value)),
        insert: { value },
      }));
    }
    case "name":
      if (path[0] === "tags")
        return tags(definition, pointer).filter(
          ({ label }) => !declaredTags(definition).includes(label),
        );
      return list === undefined && path.at(-3) === "parameters"
        ? templateNames(setting, definition)
        : [];
    default:
      return [];
  }
}

/** A text that is derived from the first of some names that is there. */
function texts(derive: (name: string) => string, ...names: readonly unknown[]): Candidate[] {
  const name = names.find((each) => typeof each === "string" && each !== "");
  const text = name === undefined ? "" : derive(name as string);
  return text === "" ? [] : [ofList(text, CompletionItemKind.Text)];
}

/** `Get a ticket` as an operationId: `GetTicket`. */
export function operationIdFrom(summary: string): string {
  const plain = summary
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=\w)(?:['’]s?|\(e?s\))(?!\w)/g, (ending) => ending.replace(/\W/g, ""))
    .replace(/\b(?:an?|the)\b/gi, " ");
  return pascalCase(plain).replace(/\W/g, "");
}

/** The name of the property in whose schema a path ends. */
function propertyName(path: readonly string[]): string | undefined {
  return path.at(-3) === "properties" ? path.at(-2) : undefined;
}

function isInOperation(path: readonly string[]): boolean {
  return path[0] === "paths" && path.length === 4;
}

/** The keys that are names of something that is declared elsewhere. */
function keysByName({ cursor, written }: Setting, definition: ApiDefinition): readonly Candidate[] {
  const container = cursor.container ?? "";
  const path = segments(container);
  const present = asObject(written(container));
  const isFree = (key: string) => !Object.hasOwn(present, key) || key === ownKeyOf(cursor);
  if (path.at(-2) === "security" && /^\d+$/.test(path.at(-1)!))
    return Object.entries(asObject(definition.value.securityDefinitions))
      .filter(([name]) => isFree(name))
      .map(([name, scheme]) => ({
        label: name,
        kind: CompletionItemKind.Reference,
        detail: asString(asObject(scheme).type),
        documentation: asString(asObject(scheme).description),
        insert: { key: name, body: "[$1]" },
      }));
  if (
    path.at(-1) === "responses" &&
    path[0] === "paths" &&
    !path.some((each) => each.startsWith("x-"))
  )
    return Object.entries(reasonPhrases)
      .filter(([code]) => isFree(code))
      .map(([code, phrase]) => ({
        label: code,
        kind: CompletionItemKind.Property,
        detail: phrase,
        rank: code === "200" ? 2 : 5,
        insert: { key: code, body: `{\n\t"description": "\${1:${phrase}}"\n}` },
      }));
  return [];
}

/** The operations that can be called, those that makers do not see first: they are there to be called. */
export function operations(definition: ApiDefinition): Candidate[] {
  return definition.operations.flatMap((operation) =>
    operation.id
      ? [
          {
            label: operation.id,
            kind: CompletionItemKind.Method,
            detail: `${operation.method.toUpperCase()} ${operation.path}`,
            documentation: describeOperation(operation),
            isDeprecated: operation.isDeprecated,
            rank: operation.isInternal ? 4 : 5,
            insert: { value: operation.id },
          },
        ]
      : [],
  );
}

/** What a `$ref` at a place can stand for. */
function references(definition: ApiDefinition, path: readonly string[]): Candidate[] {
  const list = /^\d+$/.test(path.at(-2) ?? "") ? path.at(-3) : undefined;
  const section =
    list === "parameters"
      ? "parameters"
      : path.at(-3) === "responses"
        ? "responses"
        : "definitions";
  const own = path[0] === "definitions" ? path[1] : undefined;
  return Object.entries(asObject(definition.value[section])).map(([name, value]) => {
    const pointer = `/${section}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const schema = definition.schemaAt(pointer);
    return {
      label: referenceTo(pointer),
      kind: CompletionItemKind.Reference,
      detail: section === "parameters" ? parameterDetail(value) : schema?.type,
      documentation:
        section === "definitions"
          ? schema && describeSchema(schema)
          : asString(asObject(value).description),
      // Schemas hardly ever refer to themselves.
      rank: name === own ? 7 : 5,
      insert: { value: referenceTo(pointer) },
    };
  });
}

function parameterDetail(value: unknown): string {
  const { name, in: location, type } = asObject(value);
  return [location, name, type].filter((each) => typeof each === "string").join(" ");
}

function metadata({ cursor, written, place, draft }: Setting, key: string): readonly Candidate[] {
  const entries = asArray(written(`/${metadataKey}`));
  if (key === "propertyName") {
    const present = entries.map((entry) => asObject(entry).propertyName);
    return metadataNames
      .filter((name) => !present.includes(name) || name === written(cursor.pointer))
      .map((name) => ofList(name));
  }
  const { propertyName } = asObject(written(parent(cursor.pointer)));
  if (key !== "propertyValue" || String(propertyName).toLowerCase() !== "categories") return [];
  // Several are separated by semicolons; the one at the cursor is meant.
  const { text } = draft;
  const start = cursor.token.offset + 1;
  const end = cursor.token.offset + cursor.token.length;
  if (!cursor.isText) return categories.map((category) => ofList(category));
  const all = text.slice(start, end);
  const listed = all.replace(/"$/, "");
  const before = text.slice(start, place.offset);
  const from = before.lastIndexOf(";") + 1;
  const next = listed.indexOf(";", before.length);
  const to = next < 0 ? listed.length : next;
  const present = listed.split(";").map((each) => each.trim());
  const own = listed.slice(from, to).trim();
  return categories
    .filter((category) => !present.includes(category) || category === own)
    .map((category) => ({
      label: category,
      kind: CompletionItemKind.EnumMember,
      insert: {
        text: category + (listed === all ? '"' : ""),
        over: { offset: start + from, length: to - from },
      },
    }));
}

/** The names between the braces of the path that no parameter has yet. */
function templateNames(
  { cursor, written }: Setting,
  definition: ApiDefinition,
): readonly Candidate[] {
  const [section, path = "", method] = segments(cursor.pointer);
  const { in: location = "path" } = asObject(written(parent(cursor.pointer)));
  if (section !== "paths" || location !== "path") return [];
  const pathItem = definition.pathItems.find((each) => each.path === path);
  const operation = pathItem?.operations.find((each) => each.method === method);
  const declared = (operation ?? pathItem)?.parameters ?? [];
  const missing = (pathItem?.templateNames ?? []).filter(
    (name) =>
      !declared.some(
        (each) => each.in === "path" && each.name === name && name !== written(cursor.pointer),
      ),
  );
  return [...new Set(missing)].map((name) => ofList(name, CompletionItemKind.Variable));
}

/** @param here what is written there is not known from elsewhere */
function tags(definition: ApiDefinition, here: Pointer): Candidate[] {
  const used = definition.operations.flatMap(({ value, pointer }) =>
    listedBut(here, child(pointer, "tags"), value.tags),
  );
  return [...new Set([...declaredTags(definition), ...used])].map((tag) => ofList(tag));
}

/** The scopes that a security definition declares. */
function scopes({ value }: ApiDefinition, scheme: string): Candidate[] {
  const { scopes: declared } = asObject(asObject(value.securityDefinitions)[scheme]);
  return Object.entries(asObject(declared)).map(([scope, meaning]) => ({
    ...ofList(scope),
    documentation: asString(meaning),
  }));
}

function declaredTags({ value }: ApiDefinition): string[] {
  return asArray(value.tags).flatMap((tag) => asString(asObject(tag).name) ?? []);
}

function mediaTypes({ value, operations }: ApiDefinition, here: Pointer): Candidate[] {
  const used = [{ value, pointer: "" }, ...operations].flatMap(({ value, pointer }) =>
    ["consumes", "produces"].flatMap((key) => listedBut(here, child(pointer, key), value[key])),
  );
  return [...new Set([...used, ...usualMediaTypes])].map((type) => ofList(type));
}

/** The texts of a list, but for the one that is being written. */
function listedBut(here: Pointer, list: Pointer, value: unknown): string[] {
  const texts = asArray(value).filter((_, index) => child(list, index) !== here);
  return strings(texts).filter((text) => text !== "");
}

function properties(schema: unknown): Candidate[] {
  const declared = isObject(schema) ? Object.entries(asObject(schema.properties)) : [];
  return declared.map(([name, value]) => ({
    ...ofList(name, CompletionItemKind.Field),
    detail: asString(asObject(value).type),
    documentation: asString(asObject(value).description),
  }));
}

/** The files in the folder that a key of `settings.json` can name. */
function fileNames({ cursor, place }: Setting): readonly Candidate[] {
  const extensions: Record<string, RegExp> = {
    apiDefinition: /^(?!apiproperties\.).*\.json$/i,
    apiProperties: /^(?!.*\.swagger\.json$).*\.json$/i,
    icon: /\.png$/i,
    script: /\.csx$/i,
  };
  const key = lastSegment(cursor.pointer);
  const fitting = Object.hasOwn(extensions, key) ? extensions[key] : undefined;
  if (fitting === undefined) return [];
  const { names = [] } = place.sight.connector.surroundings.folder ?? {};
  return names
    .filter((name) => fitting.test(name) && !/^settings\.json$/i.test(name))
    .map((name) => ofList(name, CompletionItemKind.File));
}

/** Those that the list around the cursor does not have yet. */
function unlisted(
  { cursor, written }: Setting,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const listed = new Set(asArray(written(parent(cursor.pointer))));
  const own = cursor.token.length > 0 ? written(cursor.pointer) : undefined;
  return candidates.filter(({ label }) => !listed.has(label) || label === own);
}

function ofList(
  value: string,
  kind: CompletionItemKind = CompletionItemKind.EnumMember,
): Candidate {
  return { label: value, kind, insert: { value } };
}
