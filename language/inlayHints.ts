import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import {
  type ApiDefinition,
  type Operation,
  type Parameter,
  type Visibility,
  visibilityOf,
} from "../connector/apiDefinition.js";
import type { Connector } from "../connector/connector.js";
import type { Node } from "../connector/json.js";
import { once } from "../connector/keep.js";
import { fieldLabel } from "../connector/makerText.js";
import { child, parent } from "../connector/pointer.js";
import type { Reference } from "../connector/reference.js";
import type { Schema } from "../connector/schema.js";
import { withoutSecrets } from "../connector/secrets.js";
import { asArray, asObject, asString, hasValue } from "../connector/values.js";
import { describeParameter, describeSchema, parameterFacts, typeOf } from "./describe.js";
import type { SeenFile } from "./draft.js";
import { plainText } from "./plainText.js";
import { count } from "./uses.js";

/** What is told behind a key or a value, in few words and in more. */
interface Told {
  label: string;
  tooltip: string;
  kind?: InlayHintKind;
}

/**
 * What a reader would have to look up elsewhere: what a reference stands for, what makers see something called, and whether
 * they see it.
 */
export function inlayHints({ sight, draft }: SeenFile, range: Range): InlayHint[] {
  const { connector } = sight;
  const { file } = draft;
  if (file.kind !== "apiDefinition") return [];
  const from = draft.toFile(draft.offset(range.start));
  const to = draft.toFile(draft.offset(range.end));
  const isAsked = ({ offset, length }: Node) => offset + length >= from && offset <= to;
  const hints: InlayHint[] = [];
  for (const { node, tell } of topicsOf(connector))
    for (const { behind, label, tooltip, kind } of isAsked(node) ? tell() : []) {
      const span = behind && isAsked(behind) ? draft.span(behind) : undefined;
      if (span === undefined) continue;
      // What is written over just now says something else.
      const { offset, length } = behind!;
      if (!draft.text.startsWith(file.text.slice(offset, offset + length), span.offset)) continue;
      hints.push({
        position: draft.lines.position(span.offset + length),
        label: shortened(withoutSecrets(label, connector)),
        paddingLeft: true,
        ...(tooltip !== "" && { tooltip: withoutSecrets(tooltip, connector) }),
        ...(kind !== undefined && { kind }),
      });
    }
  return hints.sort(
    (a, b) => a.position.line - b.position.line || a.position.character - b.position.character,
  );
}

/** A part of the definition, and what is told in it. */
interface Topic {
  node: Node;
  tell(): (Told & { behind: Node | undefined })[];
}

/** Where hints may stand. Looking up so many places takes longer than all else; it is done once. */
const topicsOf = once((connector: Connector): Topic[] => {
  const { apiDefinition: definition } = connector;
  const json = connector.file("apiDefinition")?.json;
  if (definition === undefined || json === undefined) return [];
  const topics: Topic[] = [];
  const add = (node: Node | undefined, tell: Topic["tell"]) => {
    if (node !== undefined) topics.push({ node, tell });
  };
  const listed = (behind: Node | undefined, told: Told | undefined) =>
    told === undefined ? [] : [{ ...told, behind }];
  for (const reference of definition.references) {
    const node = json.node(child(reference.pointer, "$ref"));
    add(node, () => listed(node, tellReference(reference, definition)));
  }
  const parameters = new Map(definition.parameters.map((each) => [each.pointer, each]));
  for (const parameter of parameters.values()) {
    const node = json.node(parameter.at("name"));
    add(node, () => listed(node, tellParameter(parameter)));
  }
  for (const { parent: around, pointer, component, operations } of definition.schemas)
    if (around === undefined)
      add(json.node(pointer)?.parent, () => [
        ...(parent(pointer) === "/definitions"
          ? listed(json.key(pointer), tellInternalUse(operations))
          : []),
        ...component.schemas
          .filter(({ propertyName }) => propertyName !== undefined)
          .flatMap((schema) => {
            const told = tellProperty(schema, parameters.get(parent(pointer)));
            return listed(told && json.key(schema.pointer), told);
          }),
      ]);
  return topics;
});

function tellReference({ kind, ref, target = "" }: Reference, definition: ApiDefinition) {
  if (kind === "schema") return tellSchema(definition.schemaAt(target)?.resolved);
  if (kind === "parameter") {
    const parameter = definition.shared(ref, definition.sharedParameters);
    return parameter && tellType(parameterFacts(parameter), describeParameter(parameter));
  }
  const response = definition.shared(ref, definition.sharedResponses);
  return response && tellSchema(definition.schemaAt(child(response.pointer, "schema")));
}

/** The type of a schema, and how much there is of it. */
function tellSchema(schema: Schema | undefined): Told | undefined {
  if (schema === undefined) return undefined;
  const { size } = schema.properties;
  const choices = asArray(schema.value.enum).length;
  const type = typeOf(schema);
  const facts = [
    type === "any" && size > 0 ? "object" : type,
    size > 0 && count(size, "property", "properties"),
    choices > 0 && count(choices, "value"),
  ];
  return tellType(facts.filter(Boolean).join(", "), describeSchema(schema));
}

function tellType(label: string, tooltip: string): Told {
  return { label: plainText(label), tooltip: plainText(tooltip), kind: InlayHintKind.Type };
}

function tellParameter(parameter: Parameter): Told | undefined {
  const { name, value, schema, operations, pointer } = parameter;
  // Of what an operation declares itself, the operation is in sight.
  const isShared = /^\/parameters\/|^\/paths\/[^/]*\/parameters\//.test(pointer);
  const hidden = isShared && parameter.visibility !== "internal" && tellInternalUse(operations);
  if (hidden) return hidden;
  if (!name || !parameter.isVisible || hasValue(value, "x-ms-summary")) return undefined;
  if (parameter.in !== "body")
    return tellLabel(name, "Without x-ms-summary makers see the name of a parameter.");
  // Of an object makers see the properties.
  if (schema === undefined || schema.properties.size > 0) return undefined;
  return tellFieldLabel(schema);
}

/** @param owner the parameter whose body it is written in */
function tellProperty(schema: Schema, owner: Parameter | undefined): Told | undefined {
  const inherited = inheritedVisibility(schema, owner);
  const isHidden =
    [
      inherited?.visibility,
      visibilityOf(schema.value),
      visibilityOf(asObject(schema.resolved?.value)),
    ].includes("internal") || schema.operations.every(({ isInternal }) => isInternal);
  const label = isHidden || !schema.isInput ? undefined : tellFieldLabel(schema);
  if (inherited === undefined) return label;
  const { visibility, from } = inherited;
  const words =
    visibility === "internal" ? "Makers do not see it" : "Makers find it among the advanced ones";
  return {
    label: [`${visibility}, from ${from}`, label?.label].filter(Boolean).join("; "),
    tooltip: [`${words}, since ${from} is ${visibility}.`, label?.tooltip]
      .filter(Boolean)
      .join("\n"),
  };
}

/**
 * The visibility that a property has from something else: what it refers to, or what it is written in. All that is in something
 * internal is; what is advanced is handed on by objects to what says nothing itself.
 */
function inheritedVisibility(
  schema: Schema,
  owner: Parameter | undefined,
): { visibility: Visibility; from: string } | undefined {
  if (visibilityOf(schema.value) === "internal") return undefined;
  for (let at = schema.parent; at !== undefined; at = at.parent)
    if (visibilityOf(at.value) === "internal") return { visibility: "internal", from: at.label };
  if (owner?.visibility === "internal") return { visibility: "internal", from: owner.label };
  if (hasValue(schema.value, "x-ms-visibility")) return undefined;
  if (schema.isReference) {
    const { resolved } = schema;
    const visibility = resolved && visibilityOf(resolved.value);
    if (visibility !== undefined && visibility !== "important")
      return { visibility, from: resolved!.label };
    if (visibility !== undefined) return undefined;
  }
  if (!schema.isInput) return undefined;
  let at = schema;
  while (at.parent !== undefined && (at.keyword === "properties" || at.keyword === "allOf")) {
    at = at.parent;
    const visibility = asString(at.value["x-ms-visibility"]);
    if (visibility === "advanced") return { visibility, from: at.label };
    if (visibility !== undefined) return undefined;
  }
  return at.parent === undefined && owner?.visibility === "advanced"
    ? { visibility: "advanced", from: owner.label }
    : undefined;
}

/** That something is used by internal operations alone. */
function tellInternalUse(operations: readonly Operation[]): Told | undefined {
  if (operations.length === 0 || !operations.every(({ isInternal }) => isInternal))
    return undefined;
  const names = operations.slice(0, mostNames).map(({ label }) => label);
  const more = operations.length - names.length;
  return {
    label: "internal operations only",
    tooltip: `All operations that use it are internal: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
  };
}

const mostNames = 12;

/** What makers see a field called, when that is not written in it as its summary or is not its name. */
function tellFieldLabel(schema: Schema): Told | undefined {
  // What stands beside a reference counts for some and not for others.
  const isSaid = schema.isReference && hasValue(schema.value, "title");
  const label = isSaid || hasValue(schema.value, "x-ms-summary") ? undefined : fieldLabel(schema);
  if (label === undefined || label.text === schema.propertyName) return undefined;
  const { key, text, schema: source } = label;
  return tellLabel(
    text,
    source === schema
      ? `Without x-ms-summary makers see the ${key}.`
      : `Makers see the ${key} of ${source.label}.`,
  );
}

function tellLabel(text: string, tooltip: string): Told {
  return { label: `shown as “${text}”`, tooltip, kind: InlayHintKind.Parameter };
}

/** A label stands between others in a line. */
function shortened(label: string): string {
  const line = label.replace(/\s+/g, " ");
  return line.length > longestLabel ? `${line.slice(0, longestLabel - 1).trimEnd()}…` : line;
}

const longestLabel = 60;
