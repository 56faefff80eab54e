import { CompletionItemKind } from "vscode-languageserver-types";
import type { ApiDefinition } from "../../connector/apiDefinition.js";
import type { ApiProperties } from "../../connector/apiProperties.js";
import { isArray } from "../../connector/dynamicReference.js";
import {
  functionMeanings,
  type PolicyFunction,
  policyFunctions,
} from "../../connector/expression.js";
import { JsonText } from "../../connector/json.js";
import { child, segments } from "../../connector/pointer.js";
import { Policy, policyOperationKey, policySectionKey } from "../../connector/policy.js";
import type { Schema } from "../../connector/schema.js";
import type { Span } from "../../connector/text.js";
import { asObject, asString } from "../../connector/values.js";
import {
  namesOfConnection,
  namesOfPolicies,
  parametersRead,
  type Reader,
} from "../../rulesets/requestNames.js";
import { describeConnectionParameter, describeParameter, escapeMarkdown } from "../describe.js";
import type { Candidate, Setting, Source } from "./candidate.js";
import { values } from "./values.js";

/** The expressions in the texts of policies: functions, the names that they read, and members of bodies. */
export const expressions: Source = (setting) => {
  const { file, cursor, written } = setting;
  if (file.kind !== "apiProperties" || cursor.what !== "value") return [];
  const [, list, index = "", part, key] = segments(cursor.pointer);
  if (list !== "policyTemplateInstances" || part !== "parameters") return [];
  if (key === undefined || key === policyOperationKey || key === policySectionKey) return [];
  const pointer = child("/properties", list, index);
  const policy = new Policy(pointer, asObject(written(pointer)));
  const isText = setting.schemas.every(({ type = "string" }) => type === "string");
  if (!isText || setting.schemas.some((schema) => schema.enum !== undefined)) return [];
  if (!cursor.isText || /^"?"?$/.test(writtenAt(setting)))
    return [...examples(setting), ...whole(setting)];
  const text = textAround(setting);
  if (text === undefined) return [];
  return namesIn(text, policy, setting) ?? membersIn(text, policy, setting) ?? functionsIn(text);
};

/** What the schemas propose, with a connection parameter that there is. */
function examples(setting: Setting): Candidate[] {
  const { apiProperties } = setting.place.sight.connector;
  const parameters = apiProperties?.connectionParameters ?? [];
  return [...values(setting)].flatMap((candidate) => {
    if (!("value" in candidate.insert) || typeof candidate.insert.value !== "string")
      return [candidate];
    const value = withHost(candidate.insert.value, apiProperties);
    const read = readByExample.exec(value)?.[0];
    const isThere = read === undefined || parameters.some(({ name }) => name === read);
    return isThere || parameters.length === 0
      ? [{ ...candidate, label: value, insert: { value } }]
      : [];
  });
}

const readByExample = /(?<=connectionParameters\(')\w+/;

/** An address with the connection parameter that most likely holds a host. */
export function withHost(address: string, properties: ApiProperties | undefined): string {
  const host = properties?.connectionParameters.find(
    ({ name, value }) =>
      value.type === "string" &&
      /host|url|domain|server|site|instance|environment|region|tenant/i.test(name) &&
      !name.includes(":"),
  );
  return host === undefined ? address : address.replace(readByExample, () => host.name);
}

/** A text that is being written. */
interface Text {
  /** What it says before and behind the cursor. */
  before: string;
  after: string;
  /** The span in the file of a part of it, which may reach to behind the cursor. */
  span(from: number, to: number): Span;
}

function textAround(setting: Setting): Text | undefined {
  const { cursor, draft, place } = setting;
  const { token, typed } = cursor;
  const all = writtenAt(setting);
  const isClosed = /^"(?:[^"\\]|\\.)*"$/s.test(all);
  // Without its second quote it ends at the cursor as far as anybody can tell.
  const written = isClosed ? all : `${draft.text.slice(token.offset, place.offset)}"`;
  const json = new JsonText(written);
  const { root } = json;
  if (root === undefined || typeof root.value !== "string") return undefined;
  return {
    before: typed,
    after: root.value.slice(typed.length),
    span(from, to) {
      const { offset, length } = json.spanInside(root, from, to - from);
      return { offset: token.offset + offset, length };
    },
  };
}

function writtenAt({ cursor: { token }, draft }: Setting): string {
  return draft.text.slice(token.offset, token.offset + token.length);
}

/** How each function is called, as a snippet. */
const calls: Readonly<Record<PolicyFunction, string>> = {
  body: "body()",
  connectionParameters: "connectionParameters('$1')",
  environmentVariables: String.raw`environmentVariables(\\"$1\\")`,
  headers: "headers('$1')",
  item: "item()",
  queryParameters: "queryParameters('$1')",
  triggerBody: "triggerBody()",
};

/** Expressions as the whole text. */
function whole(setting: Setting): Candidate[] {
  const { token } = setting.cursor;
  const isClosed = writtenAt(setting) === '""';
  return policyFunctions.map((name) => ({
    ...candidateOf(name),
    label: `@${name}`,
    rank: 6,
    insert: isClosed
      ? { part: `@${calls[name]}`, over: { offset: token.offset + 1, length: 0 } }
      : { body: `"@${calls[name]}"` },
  }));
}

function candidateOf(name: PolicyFunction) {
  return {
    label: name as string,
    kind: CompletionItemKind.Function,
    detail: calls[name].replace(/\\/g, "").replace("$1", "…"),
    documentation: functionMeanings[name],
  };
}

/** The functions, behind the sign with which expressions begin. */
function functionsIn({ before, after, span }: Text): Candidate[] {
  const [all, word = ""] = /(?:(?<![\w.@])@|(?<!@)@\{\s*)([A-Za-z]*)$/.exec(before) ?? [];
  if (all === undefined) return [];
  const [rest = ""] = /^\w*/.exec(after) ?? [];
  const start = before.length - word.length;
  const isCalled = after.slice(rest.length).startsWith("(");
  const isOpen = all.startsWith("@{") && !/^[^@{]*\}/.test(after);
  return policyFunctions.map((name) => ({
    ...candidateOf(name),
    insert: {
      part: isCalled ? name : calls[name] + (isOpen ? "\\}" : ""),
      over: span(start, before.length + rest.length),
    },
  }));
}

/** The names that a function reads, between its parentheses; nothing elsewhere. */
function namesIn(
  { before, after, span }: Text,
  policy: Policy,
  { place: { sight } }: Setting,
): Candidate[] | undefined {
  const [, called, quote = "", name = ""] =
    /@.*?\b([A-Za-z]+)\(\s*(?:(')((?:[^']|'')*)|\w*)$/s.exec(before) ?? [];
  const typed = quote === "" ? /\w*$/.exec(before)![0] : name;
  const by = readers.find((each) => each.toLowerCase() === called?.toLowerCase());
  if (called === undefined) return undefined;
  const { apiDefinition, apiProperties } = sight.connector;
  const known =
    by === undefined
      ? []
      : by === "connectionParameters"
        ? connectionParameters(apiProperties)
        : apiDefinition === undefined
          ? []
          : namesRead(by, policy, apiDefinition, apiProperties);
  const [rest = ""] = (quote === "" ? /^\w*/ : /^(?:[^'()@]|'')*(?=')/).exec(after) ?? [];
  const isClosed = quote !== "" && after.slice(rest.length).startsWith("'");
  const isOpen = /@\{[^}]*$/.test(before) && !after.includes("}");
  const start = quote === "" ? "'" : "";
  const end = isClosed
    ? ""
    : after.slice(rest.length).startsWith(")")
      ? "'"
      : isOpen
        ? "')}"
        : "')";
  return known.map(({ name: label, detail, documentation, rank = 5 }) => ({
    label,
    kind: CompletionItemKind.Variable,
    detail,
    documentation,
    rank,
    insert: {
      text: start + JSON.stringify(label.replaceAll("'", "''")).slice(1, -1) + end,
      over: span(before.length - typed.length, before.length + rest.length),
    },
  }));
}

const readers: readonly Reader[] = ["connectionParameters", "headers", "queryParameters"];

/** Something that an expression can read. */
export interface Readable {
  name: string;
  detail?: string | undefined;
  documentation?: string | undefined;
  rank?: number;
}

function connectionParameters(properties: ApiProperties | undefined): Readable[] {
  const readable = new Map<string, Readable>();
  for (const parameter of properties?.connectionParameters ?? []) {
    const { name, value, set } = parameter;
    if (readable.has(name)) continue;
    readable.set(name, {
      name,
      detail: [asString(value.type), set && `of ${set}`].filter(Boolean).join(" ") || undefined,
      documentation: describeConnectionParameter(parameter),
      rank: /^(?:oauth|gateway)setting$/i.test(String(value.type)) ? 7 : 5,
    });
  }
  return [...readable.values()];
}

/** The headers or query parameters of what a policy changes: those of its operations, then others. */
export function namesRead(
  by: "headers" | "queryParameters",
  policy: Policy,
  definition: ApiDefinition,
  properties: ApiProperties | undefined,
): Readable[] {
  const readable = new Map<string, Readable>();
  const add = (each: Readable) => {
    const key = each.name.toLowerCase();
    if (key !== "" && !readable.has(key)) readable.set(key, each);
  };
  for (const operation of policy.operationsOf(definition)) {
    if (policy.isOfRequest)
      for (const parameter of parametersRead(operation, by))
        add({
          name: parameter.name!,
          detail: parameter.type,
          documentation: describeParameter(parameter),
        });
    else if (by === "headers")
      for (const { declared } of operation.responses)
        for (const [name, value] of Object.entries(asObject(declared.value.headers)))
          add({
            name,
            detail: asString(asObject(value).type),
            documentation: textOf(asObject(value).description),
          });
  }
  const others = [
    ...(properties === undefined ? [] : namesOfPolicies(properties, by)),
    ...(policy.isOfRequest
      ? namesOfConnection(definition, by)
      : by === "headers"
        ? ofResponses
        : []),
  ];
  for (const name of others) add({ name, rank: 6 });
  return [...readable.values()];
}

const ofResponses = ["Content-Type", "Location", "Retry-After"];

/** The members of a body behind a dot; nothing elsewhere. */
function membersIn(
  { before, after, span }: Text,
  policy: Policy,
  { place: { sight } }: Setting,
): Candidate[] | undefined {
  const [, name, path = "", typed = ""] =
    /@(?:\{\s*)?(body|triggerBody)\(\)((?:\??\.[\w$-]+|\??\[\s*(?:'[^']*'|\d+)\s*\])*)\??\.([\w$-]*)$/i.exec(
      before,
    ) ?? [];
  const definition = sight.connector.apiDefinition;
  if (name === undefined || definition === undefined) return undefined;
  const [rest = ""] = /^[\w$-]*/.exec(after) ?? [];
  const over = span(before.length - typed.length, before.length + rest.length);
  const isOfResult = name.toLowerCase() === "triggerbody" || !policy.isOfRequest;
  const candidates = new Map<string, Candidate>();
  for (const operation of policy.operationsOf(definition).slice(0, mostOperations)) {
    const start = isOfResult ? operation.resultSchema : operation.body?.schema;
    for (const [label, property] of memberAt(start, path)?.properties ?? [])
      if (/^[A-Za-z_$][\w$-]*$/.test(label) && !candidates.has(label))
        candidates.set(label, {
          label,
          kind: CompletionItemKind.Field,
          detail: property.resolved?.type,
          documentation: textOf(property.value.description ?? property.resolved?.value.description),
          insert: { text: label, over },
        });
  }
  return [...candidates.values()];
}

/** A policy for all operations is about none in particular. */
const mostOperations = 20;

/** The schema to which members and indices of an expression lead. */
function memberAt(start: Schema | undefined, path: string): Schema | undefined {
  let at = start?.resolved;
  for (const [, name, quoted, index] of path.matchAll(
    /\.([\w$-]+)|\[\s*(?:'([^']*)'|(\d+))\s*\]/g,
  )) {
    const next =
      index !== undefined && at !== undefined && isArray(at) === true
        ? at.items
        : at?.properties.get(name ?? quoted ?? "");
    at = next?.resolved;
  }
  return at;
}

function textOf(description: unknown): string | undefined {
  return typeof description === "string" ? escapeMarkdown(description) : undefined;
}
