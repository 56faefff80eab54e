import { type Hover, MarkupKind } from "vscode-languageserver-types";
import type { Connector } from "../connector/connector.js";
import { child, lastSegment, type Pointer, parent } from "../connector/pointer.js";
import { withoutSecrets } from "../connector/secrets.js";
import type { Span } from "../connector/text.js";
import { asObject, asString, isObject } from "../connector/values.js";
import { rules } from "../rulesets/index.js";
import type { Finding } from "../rulesets/rule.js";
import { namedAt } from "./definition.js";
import {
  code,
  describeConnectionParameter,
  describeParameter,
  describeProvider,
  describeResponse,
  escapeMarkdown,
  tellOperation,
  tellSchema,
} from "./describe.js";
import type { Place } from "./draft.js";
import { exampleOf, explainValue, explainValues } from "./explain.js";
import { expressionHover } from "./expressionHover.js";
import { type Occurrence, occurrencesOf } from "./occurrences.js";
import { plainText } from "./plainText.js";
import { describeTemplate } from "./policyTemplate.js";
import { descriptionOf, type JsonSchema, requiredKeysOf, schemasAt } from "./schemas.js";
import type { Support } from "./support.js";

/**
 * What stands at a place: what a key means, what a name stands for, and what was found there.
 * @param findings those of the file that are known already
 * @param pageOf the address of the page of a rule, when it can be opened
 */
export function hover(
  place: Place,
  { markdown }: Support,
  findings: readonly Finding[] = [],
  pageOf: (finding: Finding) => string | undefined = () => undefined,
): Hover | undefined {
  const { draft, offset, sight } = place;
  const position = draft.lines.position(offset);
  const found = findings.filter(
    ({ range }) => compare(range.start, position) <= 0 && compare(position, range.end) <= 0,
  );
  const here = draft.file.isJson ? meaningOf(place) : nameOf(place);
  const parts = [
    ...(here?.parts ?? []),
    ...found.map((finding) => tellFinding(finding, pageOf(finding))),
  ];
  const text = parts.filter((part) => part !== "").join("\n\n---\n\n");
  if (text === "") return undefined;
  const shown = withoutSecrets(text, sight.connector);
  const range =
    here === undefined ? found[0]?.range : draft.lines.range(here.span.offset, here.span.length);
  return {
    contents: markdown
      ? { kind: MarkupKind.Markdown, value: shown }
      : { kind: MarkupKind.PlainText, value: plainText(shown) },
    ...(range !== undefined && { range }),
  };
}

function compare(a: { line: number; character: number }, b: { line: number; character: number }) {
  return a.line - b.line || a.character - b.character;
}

const rulesByName = new Map(rules.map((rule) => [rule.name, rule]));

/** A finding in two lines: what its rule wants, and where that is explained. */
function tellFinding({ rule, message }: Finding, page: string | undefined): string {
  const summary = rulesByName.get(rule)?.summary ?? message;
  const link = page === undefined ? code(rule) : `[${escapeMarkdown(rule)}](${encodeURI(page)})`;
  return `${link}  \n${escapeMarkdown(summary)}`;
}

/** What is said of a place, and what of the text it is about. */
interface Meaning {
  parts: string[];
  span: Span;
}

/** The meaning of a name in a file that is no JSON. */
function nameOf(place: Place): Meaning | undefined {
  const here = namedAt(place);
  const span = here && place.draft.span(here.span);
  return span && { parts: [tellNamed(here!, place.sight.connector)], span };
}

function meaningOf(place: Place): Meaning | undefined {
  const { draft, offset, sight } = place;
  const { pointer: base, offset: delta, json, at } = draft.around(offset);
  const pointer = base + json.pointerAt(at);
  const inPart = pointer.slice(base.length);
  const node = json.node(inPart);
  const key = json.key(inPart);
  const isKey = key !== undefined && at >= key.offset && at <= key.offset + key.length;
  const token = isKey ? key : node;
  if (token === undefined || token.children !== undefined) return undefined;
  if (at < token.offset || at > token.offset + token.length) return undefined;
  const span = { offset: token.offset + delta, length: token.length };
  const { file } = draft;
  const written = (each: Pointer) => draft.value(each);

  const expression = isKey ? undefined : expressionHover(place, pointer);
  if (expression !== undefined) return expression;
  const here = namedAt(place);
  const parts = here === undefined ? [] : [tellNamed(here, sight.connector)];
  const schemas = schemasAt(file.kind, pointer, written);
  if (!isKey) parts.push(tellValue(asString(token.value), pointer, schemas));
  const isFree = here !== undefined && (isKey || here.isDeclaration);
  // Of what authors name themselves the key says nothing.
  if (!isFree) {
    const owner = schemasAt(file.kind, parent(pointer), written);
    const key = lastSegment(pointer);
    const told = tellKey(key, schemas, requiredKeysOf(owner).has(key));
    // Whoever points at a value needs no other one.
    const example = isKey ? exampleOf(key, schemas) : "";
    parts.push([told, example].filter(Boolean).join("\n\n"));
  }
  return { parts, span: here === undefined ? span : (draft.span(here.span) ?? span) };
}

/** What a key means, and what may stand behind it. */
function tellKey(key: string, schemas: readonly JsonSchema[], isRequired: boolean): string {
  const description = descriptionOf(schemas);
  if (description === undefined) return "";
  const type = schemas.find((schema) => schema.type !== undefined)?.type;
  const given = schemas.find((schema) => "default" in schema)?.default;
  const facts = [
    typeof type === "object" ? type.join(" or ") : type,
    isRequired ? "required" : undefined,
    given === undefined ? undefined : `default ${code(JSON.stringify(given))}`,
  ].filter(Boolean);
  const isItem = /^\d+$/.test(key);
  return [
    `${isItem ? "" : `**${escapeMarkdown(key)}**`}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`.trim(),
    description,
    explainValues(schemas),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What a value of a list is for. */
function tellValue(
  value: string | undefined,
  pointer: Pointer,
  schemas: readonly JsonSchema[],
): string {
  if (value === undefined) return "";
  const key = lastSegment(pointer);
  if (key === "templateId") return describeTemplate(value.trim().toLowerCase());
  if (key === "identityProvider") return describeProvider(value);
  const line = explainValue(value, schemas);
  return line === undefined ? "" : `${code(value)}: ${line}`;
}

/** What a name stands for. */
function tellNamed(here: Occurrence, connector: Connector): string {
  const { apiDefinition: definition, apiProperties: properties } = connector;
  const { kind, name, scope } = here;
  switch (kind) {
    case "operation":
      return (definition?.operationsById(name) ?? [])
        .map((operation) => tellOperation(operation, connector))
        .join("\n\n");
    case "definition": {
      const schema = definition?.schemaAt(child("/definitions", name));
      return schema === undefined ? "" : tellSchema(name, schema);
    }
    case "property": {
      const schema = definition?.schemaAt(scope);
      return schema === undefined ? "" : tellSchema(name, schema);
    }
    case "parameter": {
      const parameter = definition?.sharedParameters.get(name);
      return parameter === undefined ? "" : describeParameter(parameter);
    }
    case "response":
      return describeResponse(name, asObject(asObject(definition?.value.responses)[name]));
    case "operationParameter": {
      const declared = occurrencesOf(connector)
        .of(here)
        .find(({ isDeclaration }) => isDeclaration);
      const at = declared?.pointer === undefined ? undefined : parent(declared.pointer);
      const parameter = definition?.parameters.find(({ pointer }) => pointer === at);
      return parameter === undefined ? "" : describeParameter(parameter);
    }
    case "connectionParameter": {
      const all = properties?.connectionParameters.filter((each) => each.name === name) ?? [];
      return all.map(describeConnectionParameter).join("\n\n");
    }
    case "securityScheme": {
      const scheme = asObject(definition?.value.securityDefinitions)[name];
      if (!isObject(scheme)) return "";
      const facts = [scheme.type, scheme.in, scheme.name, scheme.flow].filter(
        (each) => typeof each === "string",
      );
      return `**${escapeMarkdown(name)}**: ${facts.map((each) => code(String(each))).join(" ")}`;
    }
    default:
      return "";
  }
}
