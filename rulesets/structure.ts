import type { ConnectorFile, FileKind } from "../connector/connector.js";
import { appendTo, once } from "../connector/keep.js";
import { child, lastSegment, type Pointer, parent, segments } from "../connector/pointer.js";
import { localPointer, valueAt } from "../connector/reference.js";
import { isConnectorSettings } from "../connector/settings.js";
import { asString, isObject, type JsonObject, type JsonType, member } from "../connector/values.js";
import { nearest } from "./nearest.js";
import apiDefinition from "./schemas/apiDefinition.schema.json" with { type: "json" };
import apiProperties from "./schemas/apiProperties.schema.json" with { type: "json" };
import * as compiled from "./schemas/compiled.js";
import settings from "./schemas/settings.schema.json" with { type: "json" };
import type { ValidatorCode } from "./validatorCodes.js";

/** A place where a file departs from its JSON Schema. */
export type Violation = {
  /** The value that is wrong, or the object that lacks or has a key. */
  pointer: Pointer;
  /** What is there. */
  value: unknown;
  /** What a message calls it, as the beginning of a sentence: `The parameter "status"`. */
  subject: string;
  /** What it is, or what it is part of, such as `parameter`: the title of the nearest schema. */
  title: string | undefined;
  /** The rule that reports it, and Microsoft's code of it, as the schema says. */
  rule: string;
  code: ValidatorCode | null;
  /** The schema it violates. */
  schema: JsonSchema;
} & (
  | { keyword: "type"; allowed: readonly JsonType[] }
  | { keyword: "enum"; allowed: readonly unknown[] }
  /** A key is missing; `within` are those keys beside it that belong into what it would hold. */
  | { keyword: "required"; key: string; within: readonly string[] }
  /**
   * A key is not known; `meant` is the one that it is probably a misspelling of, `home` the object in which it is
   * known, one level above or below.
   */
  | {
      keyword: "additionalProperties";
      key: string;
      meant: string | undefined;
      home: Pointer | undefined;
    }
);

/** The part of JSON Schema that our schemas use and our rules read. */
export interface JsonSchema {
  title?: string;
  description?: string;
  type?: JsonType | readonly JsonType[];
  enum?: readonly unknown[];
  required?: readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  items?: JsonSchema;
  definitions?: Readonly<Record<string, JsonSchema>>;
  /**
   * Which rule reports a violation, and under which code: by keyword, or by keyword and the keys it
   * is about (`"required name in"`). Holds for everything below that does not say otherwise.
   */
  "x-violations"?: Readonly<Record<string, { rule?: string; code?: string }>>;
}

export const schemas = { apiDefinition, apiProperties, settings } as unknown as Readonly<
  Record<"apiDefinition" | "apiProperties" | "settings", JsonSchema>
>;

const validators = {
  apiDefinition: compiled.apiDefinition,
  apiProperties: compiled.apiProperties,
  settings: compiled.settings,
};

/** Where a file departs from its JSON Schema: one violation for each fault. */
export const violations: (file: ConnectorFile) => readonly Violation[] = once((file) =>
  hasSchema(file.kind) && isOurs(file) ? validate(file.kind, file) : [],
);

function hasSchema(kind: FileKind): kind is keyof typeof schemas {
  return kind in schemas;
}

/** Whether the file can be held against our schema: broken text and other formats cannot. */
function isOurs({ kind, json }: ConnectorFile): boolean {
  if (!json.isComplete) return false;
  if (kind === "settings") return isConnectorSettings(json.value);
  return !(kind === "apiDefinition" && isObject(json.value) && "openapi" in json.value);
}

function validate(kind: keyof typeof schemas, file: ConnectorFile): Violation[] {
  const root = file.json.value;
  const validator = validators[kind];
  if (validator(root)) return [];
  const found = new Map<string, Violation>();
  for (const error of validator.errors ?? []) {
    const violation = violationOf(kind, file, error);
    if (violation === undefined) continue;
    const { pointer, keyword } = violation;
    // The branches of a schema repeat what they share, and a value of the wrong type is in no list.
    const fault = "key" in violation ? `${pointer} ${keyword} ${violation.key}` : pointer;
    const known = found.get(fault);
    // The first type that it is not of is that of the thing itself, those of its branches say less.
    if (known === undefined || (keyword === "type" && known.keyword !== "type"))
      found.set(fault, violation);
  }
  const meant = new Set<string>();
  const homeless = new Map<Pointer, string[]>();
  for (const violation of found.values())
    if (violation.keyword === "additionalProperties") {
      const { pointer, key, home } = violation;
      meant.add(home === undefined ? `${pointer} ${violation.meant}` : `${home} ${key}`);
      if (home !== undefined) appendTo(homeless, home, key);
    }
  const missing = new Set<Pointer>();
  return (
    [...found.values()]
      .filter(
        (violation) =>
          violation.keyword !== "required" ||
          !(meant.has(`${violation.pointer} ${violation.key}`) || hasIgnoringCase(violation)),
      )
      .map((violation) => {
        if (violation.keyword !== "required") return violation;
        const place = child(violation.pointer, violation.key);
        missing.add(place);
        return { ...violation, within: homeless.get(place) ?? [] };
      })
      // What belongs into something that is missing is told together with that.
      .filter(({ keyword, ...about }) => !("home" in about && missing.has(about.home ?? "")))
  );
}

/** Names of OAuth parameters may be in any case; where others are, that is a violation of its own. */
function hasIgnoringCase({ value, key }: { value: unknown; key: string }): boolean {
  return Object.keys(value as JsonObject).some((own) => own.toLowerCase() === key.toLowerCase());
}

function violationOf(
  kind: keyof typeof schemas,
  file: ConnectorFile,
  { instancePath: pointer, schemaPath, keyword, params }: compiled.ValidationError,
): Violation | undefined {
  const root = file.json.value;
  const nodes = schemasAround(kind, parent(localPointer(schemaPath) ?? ""));
  const schema = nodes[0]!;
  const value = valueAt(root, pointer);
  const title = nodes.find((node) => node.title !== undefined)?.title;
  const about = (key?: string) => ({
    pointer,
    value,
    subject: subjectOf(file, pointer, key === undefined ? schema.title : title),
    title,
    rule: annotation(nodes, "rule", keyword, key)!,
    code: (annotation(nodes, "code", keyword, key) as ValidatorCode | undefined) ?? null,
    schema,
  });
  switch (keyword) {
    case "type":
      return { ...about(), keyword, allowed: [params.type].flat() as JsonType[] };
    case "enum":
      return { ...about(), keyword, allowed: schema.enum ?? [] };
    case "required": {
      const key = params.missingProperty as string;
      return { ...about(key), keyword, key, within: [] };
    }
    case "additionalProperties": {
      const key = params.additionalProperty as string;
      const free = Object.keys(schema.properties ?? {}).filter(
        (name) => !Object.hasOwn(value as JsonObject, name),
      );
      const home = homeOf(kind, root, pointer, key);
      const isReference = kind === "apiDefinition" && isReferenceAt(value as JsonObject, key);
      const near = isReference ? "$ref" : meantBy(key, free, title);
      return { ...about(key), keyword, key, meant: home === undefined ? near : undefined, home };
    }
    // That a branch does not match says nothing that its keywords do not.
    default:
      return undefined;
  }
}

/** The schema at a pointer and those around it, the innermost first. */
function schemasAround(kind: keyof typeof schemas, pointer: Pointer): readonly JsonSchema[] {
  const known = schemasByPlace.get(kind + pointer);
  if (known !== undefined) return known;
  const around = [schemas[kind]];
  for (const segment of segments(pointer)) {
    const outer: unknown = around[0];
    const inner = Array.isArray(outer) ? outer[Number(segment)] : member(outer, segment);
    around.unshift(inner as JsonSchema);
  }
  schemasByPlace.set(kind + pointer, around);
  return around;
}

const schemasByPlace = new Map<string, readonly JsonSchema[]>();

/** What the nearest schema around a violation says about it. */
function annotation(
  nodes: readonly JsonSchema[],
  what: "rule" | "code",
  keyword: string,
  key: string | undefined,
): string | undefined {
  for (const node of nodes) {
    const entries = Object.entries(node["x-violations"] ?? {}).map(
      ([name, says]) => [name.split(" "), says[what]] as const,
    );
    const fitting =
      entries.find(([[name, ...keys]]) => name === keyword && keys.includes(key ?? "")) ??
      entries.find(([[name, ...keys]]) => name === keyword && keys.length === 0);
    if (fitting?.[1] !== undefined) return fitting[1];
  }
  return undefined;
}

/** The member of a root whose keys are easily written into the root, or those of the root into it. */
const mainMember = {
  apiDefinition: { pointer: "/info", schema: schemas.apiDefinition.definitions!.info },
  apiProperties: { pointer: "/properties", schema: schemas.apiProperties.properties!.properties },
  settings: undefined,
};

/** Where a key is known and not there yet that stands one level too high or too deep. */
function homeOf(
  kind: keyof typeof schemas,
  root: unknown,
  pointer: Pointer,
  key: string,
): Pointer | undefined {
  const main = mainMember[kind];
  if (main === undefined || (pointer !== "" && pointer !== main.pointer)) return undefined;
  const [home, schema] = pointer === "" ? [main.pointer, main.schema] : ["", schemas[kind]];
  const there = valueAt(root, home);
  const isFree = there === undefined || (isObject(there) && !Object.hasOwn(there, key));
  return isFree && Object.hasOwn(schema?.properties ?? {}, key) ? home : undefined;
}

/** Whether what stands under an unknown key can only be a reference. */
function isReferenceAt(value: JsonObject, key: string): boolean {
  return asString(value[key])?.startsWith("#/") === true && !Object.hasOwn(value, "$ref");
}

/** The known key that an unknown one stands for: the prefix is missing, or it is misspelt or called otherwise. */
function meantBy(
  key: string,
  known: readonly string[],
  title: string | undefined,
): string | undefined {
  const prefixed = prefixes.map((prefix) => prefix + key);
  const named = [...prefixed, key.replace(/y$/, "ies"), otherNames.get(`${title}: ${key}`)];
  return named.find((name) => name !== undefined && known.includes(name)) ?? nearest(key, known);
}

const prefixes = ["x-", "x-ms-", "x-ms-apimTemplate-", "x-ms-apimTemplateParameter."];

const olderNames = {
  itemsPath: ["value-collection"],
  itemValuePath: ["value-path"],
  itemTitlePath: ["value-title"],
};
const newerNames = {
  "value-collection": ["itemsPath"],
  "value-path": ["itemValuePath"],
  "value-title": ["itemTitlePath"],
};

/** What is written instead of a key, by what it is written in: the names of the other form, or plainer ones. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "dynamic values": newerNames,
    "dynamic list": olderNames,
    "dynamic schema": newerNames,
    "dynamic properties": olderNames,
    "tree operation": olderNames,
    "enum value": { displayName: ["name", "label", "title", "text", "display"] },
    oAuthSettings: { customParameters: ["parameters"] },
    "metadata entry": { propertyName: ["name", "property"], propertyValue: ["value"] },
  } as Record<string, Record<string, string[]>>).flatMap(([title, names]) =>
    Object.entries(names).flatMap(([key, others]) =>
      others.map((other): [string, string] => [`${title}: ${other}`, key]),
    ),
  ),
);

function subjectOf(file: ConnectorFile, pointer: Pointer, title: string | undefined): string {
  const root = file.json.value;
  if (pointer === "") return file.name;
  const key = lastSegment(pointer);
  const name = properName(root, pointer);
  if (name !== undefined) return `The ${title ?? "item"} "${name}"`;
  const isItem = Array.isArray(valueAt(root, parent(pointer)));
  const isParameter = /^\/paths\/[^/]*(?:\/[^/]*)?\/parameters\/\d+$/.test(pointer);
  const itself = isItem
    ? `${isParameter ? "Parameter" : "Item"} ${Number(key) + 1}`
    : title === undefined || title === key
      ? `"${key}"`
      : `The ${title} "${key}"`;
  return itself + ownerOf(root, parent(pointer));
}

/** ` of "ListTickets"`: the nearest thing around a value that has a name, or the key it is under. */
function ownerOf(root: unknown, pointer: Pointer): string {
  for (let at = pointer; at !== ""; at = parent(at)) {
    const name = properName(root, at);
    if (name !== undefined) return ` of "${name}"`;
    // A response has no name but its code.
    if (/^(?:\/paths\/[^/]*\/[^/]*)?\/responses\/[^/]*$/.test(at))
      return ` of the response "${lastSegment(at)}"${ownerOf(root, parent(at))}`;
    if (/^\d+$/.test(lastSegment(at)) || containers.has(lastSegment(at))) continue;
    return ` of "${lastSegment(at)}"`;
  }
  return "";
}

/** Keys that say nothing about whose member something is. */
const containers = new Set([
  "paths",
  "parameters",
  "properties",
  "definitions",
  "responses",
  "headers",
  "securityDefinitions",
  "connectionParameters",
  "values",
  "oAuthSettings",
  "customParameters",
  "uiDefinition",
  "constraints",
]);

/** The name that an operation or an item of a list gives itself. */
function properName(root: unknown, pointer: Pointer): string | undefined {
  const value = valueAt(root, pointer);
  const keys = /^\/paths\/[^/]*\/[^/]*$/.test(pointer)
    ? ["operationId"]
    : Array.isArray(valueAt(root, parent(pointer)))
      ? ["name", "title", "propertyName"]
      : [];
  return keys.map((key) => asString(member(value, key))).find((name) => name);
}

let known: ReadonlySet<string> | undefined;

/** Whether an extension is known anywhere in an API definition. */
export function isKnownExtension(name: string): boolean {
  known ??= new Set(extensionsIn(schemas.apiDefinition));
  return known.has(name);
}

function extensionsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(extensionsIn);
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === "properties"
      ? Object.keys(value as object).filter((name) => name.startsWith("x-"))
      : []),
    ...extensionsIn(value),
  ]);
}
