import { CodeActionKind } from "vscode-languageserver-types";
import type { ApiDefinition } from "../../connector/apiDefinition.js";
import { WrittenValue } from "../../connector/edit.js";
import { child, lastSegment, type Pointer, parent, segments } from "../../connector/pointer.js";
import { localPointer, type Reference, referenceTo, sectionOf } from "../../connector/reference.js";
import type { Schema } from "../../connector/schema.js";
import { asObject, isObject } from "../../connector/values.js";
import { pascalCase } from "../../rulesets/words.js";
import { freeName } from "../freeName.js";
import { singular } from "../noun.js";
import {
  isAtHead,
  type Refactoring,
  type RefactoringSource,
  type Situation,
} from "./refactoring.js";

/** Moves a schema to the definitions, or what is shared to the only place that uses it. */
export const schemas: RefactoringSource = (situation) => {
  const { connector, file, pointer } = situation;
  const definition = connector.apiDefinition;
  if (file.kind !== "apiDefinition" || definition === undefined) return [];
  const schema = definition.schemaAt(pointer) ?? definition.schemaAt(parent(pointer));
  const reference = definition.references.find(
    (each) => each.pointer === pointer || child(each.pointer, "$ref") === pointer,
  );
  return [
    ...(schema === undefined ? [] : extraction(schema, situation, definition)),
    ...(reference === undefined ? [] : inlining(reference, situation, definition)),
  ];
};

/** The keys of a schema at which it is meant itself, although they hold more. */
const ownKeys: ReadonlySet<string> = new Set(["properties", "required", "items"]);

function extraction(
  schema: Schema,
  situation: Situation,
  definition: ApiDefinition,
): Refactoring[] {
  const { file, pointer } = situation;
  const isMeant =
    isAtHead(situation, schema.pointer) ||
    (parent(pointer) === schema.pointer && ownKeys.has(lastSegment(pointer)));
  const moved = [schema, ...schema.children("items")].find(canMove);
  const definitions = definition.value.definitions ?? {};
  if (!isMeant || moved === undefined || !isObject(definitions)) return [];
  const value = WrittenValue.at(file, moved.pointer);
  if (value === undefined) return [];
  const name = freeName(nameFor(moved, definition), {
    has: (each) => Object.hasOwn(definitions, each),
  });
  const target = child("/definitions", name);
  return [
    {
      title: `Move the ${moved.label} to the definition "${name}"`,
      kind: CodeActionKind.RefactorExtract,
      file: "apiDefinition",
      edits: [
        ...(definition.value.definitions === undefined ? [{ set: "/definitions", value: {} }] : []),
        { set: target, value },
        { set: moved.pointer, value: { $ref: referenceTo(target) } },
      ],
    },
  ];
}

/** Whether a schema says enough to be worth a name, and may be a reference. */
function canMove({ kind, value, pointer, keyword, isReference }: Schema): boolean {
  return (
    kind === "schema" &&
    !isReference &&
    parent(pointer) !== "/definitions" &&
    keyword !== "not" &&
    keyword !== "anyOf" &&
    keyword !== "oneOf" &&
    !("discriminator" in value) &&
    Object.keys(asObject(value.properties)).length > 0
  );
}

/** Names that say nothing of what is in them. */
const vague =
  /^(?:value|values|items?|data|results?|records?|list|body|content|response|payload)$/i;

/** What a schema could be called, told by where it is. */
function nameFor(schema: Schema, definition: ApiDefinition): string {
  const { propertyName, parent: owner, keyword } = schema;
  if (propertyName !== undefined && owner !== undefined) {
    const own = pascalCase(propertyName);
    return own === "" || vague.test(propertyName) ? nameFor(owner, definition) + own : own;
  }
  if (owner !== undefined) {
    const around = nameFor(owner, definition);
    if (keyword !== "items") return `${around}${keyword === "allOf" ? "Part" : "Value"}`;
    const isVague = owner.propertyName !== undefined && vague.test(owner.propertyName);
    if (isVague) return `${nameFor(owner.parent ?? owner, definition)}Item`;
    const one = singular(around);
    return one === around ? `${around}Item` : one;
  }
  return nameOfRoot(schema.pointer, definition) || "Schema";
}

/** What a schema could be called that is written in none: a definition, a body, a response. */
function nameOfRoot(pointer: Pointer, definition: ApiDefinition): string {
  const [section = "", name = "", method = ""] = segments(pointer);
  if (section !== "paths") return pascalCase(name);
  const pathItem = definition.pathItems.find(({ path }) => path === name);
  if (method === "x-ms-notification-content") {
    const trigger = pathItem?.operations.find((each) => each.trigger !== undefined);
    return pascalCase(`${trigger?.id ?? name} notification`);
  }
  const operation = pathItem?.operations.find((each) => each.method === method);
  const id = operation?.id ?? `${method} ${name}`;
  const code = lastSegment(parent(pointer));
  const isResponse = lastSegment(parent(parent(pointer))) === "responses";
  const what = !isResponse ? "request" : /^2\d\d$/.test(code) ? "response" : `response ${code}`;
  return pascalCase(`${id} ${what}`);
}

function inlining(
  reference: Reference,
  { file }: Situation,
  definition: ApiDefinition,
): Refactoring[] {
  const { kind, ref, value, target, problem, pointer } = reference;
  const section = sectionOf[kind];
  if (kind === "pathItem" || problem !== undefined || target === undefined) return [];
  // What stands beside a reference would be lost.
  if (parent(target) !== `/${section}` || Object.keys(value).length > 1) return [];
  if (pointer.startsWith(`${target}/`) || !isOnlyUse(ref, target, file.text, definition)) return [];
  const shared = definition.schemaAt(target);
  if (shared?.isReference || shared?.parts.some((part) => "discriminator" in part.value)) return [];
  const moved = WrittenValue.at(file, target);
  if (moved === undefined || "$ref" in asObject(moved.toJSON())) return [];
  const isLast = Object.keys(asObject(definition.value[section])).length === 1;
  return [
    {
      title: `Put "${lastSegment(target)}" of ${section} here, where alone it is used`,
      kind: CodeActionKind.RefactorInline,
      file: "apiDefinition",
      edits: [{ set: pointer, value: moved }, { remove: isLast ? `/${section}` : target }],
    },
  ];
}

/** Whether one reference leads to something or into it, and no other one is written the same way somewhere else. */
function isOnlyUse(ref: string, target: Pointer, text: string, definition: ApiDefinition): boolean {
  const uses = definition.references.filter((other) => {
    const pointer = localPointer(other.ref);
    return pointer === target || pointer?.startsWith(`${target}/`);
  });
  return uses.length === 1 && text.split(JSON.stringify(ref), 3).length === 2;
}
