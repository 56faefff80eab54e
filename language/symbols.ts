import {
  type DocumentSymbol,
  type Range,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
} from "vscode-languageserver-types";
import type { ApiDefinition, Operation, PathItem } from "../connector/apiDefinition.js";
import type { ApiProperties } from "../connector/apiProperties.js";
import type { Connector, ConnectorFile } from "../connector/connector.js";
import { child, lastSegment, type Pointer } from "../connector/pointer.js";
import type { Span } from "../connector/text.js";
import { asArray, asObject, asString, isObject } from "../connector/values.js";
import { kindOfOperation } from "./describe.js";
import type { Draft, SeenFile, Sight } from "./draft.js";
import type { Support } from "./support.js";

/** Something in a file that has a name, with what is in it. */
interface Entry {
  name: string;
  detail: string | undefined;
  kind: SymbolKind;
  isDeprecated?: boolean;
  /** What it is whole: from the first of these members to the last one. */
  from: Pointer;
  to?: Pointer;
  /** The place of its name. */
  at: Pointer;
  children: readonly Entry[];
}

/** What is in a file: operations by tag or path, schemas, ways to connect, policies. */
export function documentSymbols(
  { sight, draft }: SeenFile,
  { hierarchicalSymbols }: Support,
): DocumentSymbol[] | SymbolInformation[] {
  const nested = entriesOf(draft.file, sight.connector).flatMap((entry) => symbolOf(entry, draft));
  if (hierarchicalSymbols) return nested;
  const uri = sight.uriOf(draft.file.path);
  const flat = (symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, selectionRange, children = [] }) => [
      {
        name,
        kind,
        location: { uri, range: selectionRange },
        ...(containerName && { containerName }),
      },
      ...flat(children, name),
    ]);
  return flat(nested);
}

/** A name of a connector that can be searched for in a workspace. */
export interface WorkspaceSymbol {
  name: string;
  kind: SymbolKind;
  isDeprecated: boolean;
  path: string;
  range: Range;
  /** The title of the connector. */
  container: string;
}

/** The operations, definitions, connection parameters and policies of a connector. */
export function searchableSymbols(sight: Sight): WorkspaceSymbol[] {
  const { connector } = sight;
  const container = asString(connector.apiDefinition?.info.title) ?? "";
  const searchable: ReadonlySet<SymbolKind> = new Set([
    SymbolKind.Method,
    SymbolKind.Event,
    SymbolKind.Struct,
    SymbolKind.Key,
    SymbolKind.Function,
  ]);
  const symbols: WorkspaceSymbol[] = [];
  for (const file of connector.all) {
    const draft = sight.draft(file);
    const add = (entry: Entry) => {
      const range = searchable.has(entry.kind) ? draft.range(nameOf(file, entry.at)) : undefined;
      if (range !== undefined)
        symbols.push({
          name: entry.name,
          kind: entry.kind,
          isDeprecated: entry.isDeprecated === true,
          path: file.path,
          range,
          container,
        });
      for (const each of entry.children) add(each);
    };
    for (const entry of entriesOf(file, connector)) add(entry);
  }
  return symbols;
}

/** Whether the characters of a query stand in a name, in their order and in any case. */
export function isSought(name: string, query: string): boolean {
  const sought = query.toLowerCase().replace(/\s/g, "");
  let found = 0;
  for (const character of name.toLowerCase()) if (character === sought[found]) found++;
  return found === sought.length;
}

function entriesOf(file: ConnectorFile, connector: Connector): Entry[] {
  switch (file.kind) {
    case "apiDefinition":
      return connector.apiDefinition === undefined ? [] : ofDefinition(connector.apiDefinition);
    case "apiProperties":
      return connector.apiProperties === undefined ? [] : ofProperties(connector.apiProperties);
    case "settings":
      return Object.entries(asObject(file.json.value)).map(([key, value]) =>
        leaf(
          key,
          typeof value === "string" ? value : undefined,
          SymbolKind.Property,
          child("", key),
        ),
      );
    default:
      return [];
  }
}

function ofDefinition(definition: ApiDefinition): Entry[] {
  const { value } = definition;
  const section = (
    name: string,
    list: (pointer: Pointer, value: unknown, key: string) => Entry,
  ) => {
    const at = child("", name);
    const children = Object.entries(asObject(value[name])).map(([key, each]) =>
      list(child(at, key), each, key),
    );
    return children.length === 0 ? [] : [group(name, at, children)];
  };
  const operations = operationEntries(definition);
  return [
    ...(operations.length === 0 ? [] : [group("paths", "/paths", operations)]),
    ...section("definitions", (at, schema, name) => ({
      ...leaf(name, typeOf(schema), SymbolKind.Struct, at),
      children: Object.entries(asObject(asObject(schema).properties)).map(([key, property]) =>
        leaf(key, typeOf(property), SymbolKind.Field, child(at, "properties", key)),
      ),
    })),
    ...section("parameters", (at, each, name) =>
      leaf(name, locationOf(each), SymbolKind.Variable, at),
    ),
    ...section("responses", (at, each, name) =>
      leaf(name, asString(asObject(each).description), SymbolKind.Object, at),
    ),
    ...section("securityDefinitions", (at, each, name) =>
      leaf(name, asString(asObject(each).type), SymbolKind.Interface, at),
    ),
  ];
}

/** By tag where the operations of each stand together, else by path: what is in something has to stand in it. */
function operationEntries({ operations, pathItems }: ApiDefinition): Entry[] {
  const runs: { tag: string; operations: Operation[] }[] = [];
  for (const operation of operations) {
    const tag = asString(asArray(operation.value.tags)[0]) ?? "";
    const last = runs.at(-1);
    if (last?.tag === tag) last.operations.push(operation);
    else runs.push({ tag, operations: [operation] });
  }
  const areTogether = new Set(runs.map(({ tag }) => tag)).size === runs.length;
  if (areTogether && runs.every(({ tag }) => tag !== "") && runs.length > 1)
    return runs.map(({ tag, operations }) => ({
      name: tag,
      detail: undefined,
      kind: SymbolKind.Namespace,
      from: operations[0]!.pointer,
      to: operations.at(-1)!.pointer,
      at: operations[0]!.pointer,
      children: operations.map(operationEntry),
    }));
  return pathItems.flatMap((pathItem) => pathEntry(pathItem));
}

function pathEntry({ path, pointer, operations }: PathItem): Entry[] {
  if (operations.length === 0) return [];
  return [
    {
      ...leaf(path, undefined, SymbolKind.Namespace, pointer),
      children: operations.map(operationEntry),
    },
  ];
}

function operationEntry(operation: Operation): Entry {
  const { pointer, id, method, path, value } = operation;
  return {
    name: id ?? `${method.toUpperCase()} ${path}`,
    detail: [operation.summary, kindOfOperation(operation)].filter(Boolean).join(" · "),
    kind: operation.trigger === undefined ? SymbolKind.Method : SymbolKind.Event,
    isDeprecated: operation.isDeprecated,
    from: pointer,
    at: id === undefined ? pointer : operation.at("operationId"),
    children: [
      ...operation.parameterEntries.map(({ pointer: at, declared }) =>
        leaf(declared.name ?? "parameter", locationOf(declared.value), SymbolKind.Variable, at),
      ),
      ...Object.entries(asObject(value.responses)).map(([code, response]) =>
        leaf(
          code,
          asString(asObject(response).description),
          SymbolKind.Object,
          operation.at("responses", code),
        ),
      ),
    ],
  };
}

function ofProperties(properties: ApiProperties): Entry[] {
  const { properties: value, policies } = properties;
  const at = (...keys: string[]) => child("/properties", ...keys);
  const parameters = (pointer: Pointer, list: unknown) =>
    Object.entries(asObject(list)).map(([name, each]) =>
      leaf(name, asString(asObject(each).type), SymbolKind.Key, child(pointer, name)),
    );
  const sets = asArray(asObject(value.connectionParameterSets).values).flatMap((set, index) => {
    if (!isObject(set)) return [];
    const pointer = child(at("connectionParameterSets", "values"), index);
    const name = asString(set.name) ?? `${index + 1}`;
    const text = asString(asObject(set.uiDefinition).displayName);
    return [
      {
        ...leaf(name, text, SymbolKind.Interface, pointer),
        children: parameters(child(pointer, "parameters"), set.parameters),
      },
    ];
  });
  const listed = [
    ["connectionParameters", parameters(at("connectionParameters"), value.connectionParameters)],
    ["connectionParameterSets", sets],
    [
      "policyTemplateInstances",
      policies.map((policy) => {
        const names = policy.namedOperations.map(({ name }) => name);
        const detail = [policy.templateId, names.join(", ")].filter(Boolean).join(" · ");
        const name = asString(policy.value.title) ?? policy.templateId ?? "policy";
        return leaf(name, detail, SymbolKind.Function, policy.pointer);
      }),
    ],
    [
      "scriptOperations",
      properties.operationNames
        .filter(({ by }) => by === "scriptOperations")
        .map(({ name, pointer }) => leaf(name, undefined, SymbolKind.Constant, pointer)),
    ],
  ] as const;
  return listed.flatMap(([key, children]) =>
    children.length === 0 ? [] : [group(key, at(key), children)],
  );
}

function leaf(name: string, detail: string | undefined, kind: SymbolKind, at: Pointer): Entry {
  return { name, detail, kind, from: at, at, children: [] };
}

function group(name: string, at: Pointer, children: readonly Entry[]): Entry {
  return { name, detail: undefined, kind: SymbolKind.Namespace, from: at, at, children };
}

function typeOf(schema: unknown): string | undefined {
  const { type, $ref } = asObject(schema);
  return (
    asString(type) ?? (typeof $ref === "string" ? $ref.slice($ref.lastIndexOf("/") + 1) : undefined)
  );
}

function locationOf(parameter: unknown): string {
  const { in: location, type, required } = asObject(parameter);
  return [location, type, required === true ? "required" : undefined]
    .filter((each) => typeof each === "string")
    .join(" ");
}

function symbolOf(entry: Entry, draft: Draft): DocumentSymbol[] {
  const { file } = draft;
  const whole = joined(memberOf(file, entry.from), memberOf(file, entry.to ?? entry.from));
  const range = draft.range(whole);
  const selectionRange = draft.range(nameOf(file, entry.at));
  const children = entry.children.flatMap((each) => symbolOf(each, draft));
  // What is written over just now is no place to go to.
  if (range === undefined || selectionRange === undefined) return children;
  return [
    {
      // An empty name is refused.
      name: entry.name.trim() === "" ? '""' : entry.name,
      ...(entry.detail && { detail: entry.detail }),
      kind: entry.kind,
      ...(entry.isDeprecated && { tags: [SymbolTag.Deprecated] }),
      range,
      selectionRange,
      ...(children.length > 0 && { children }),
    },
  ];
}

/** A member with its key, or an item. */
function memberOf({ json }: ConnectorFile, pointer: Pointer): Span {
  const node = json.node(pointer);
  const { offset, length } = (node?.parent?.type === "property" ? node.parent : node) ?? {
    offset: 0,
    length: 0,
  };
  return { offset, length };
}

/** The key of a member; of an item, what it is called, else its first character. */
function nameOf({ json }: ConnectorFile, pointer: Pointer): Span {
  const node = json.node(pointer);
  if (lastSegment(pointer) === "operationId" && node !== undefined) return node;
  const key = json.key(pointer);
  const said = ["title", "name", "templateId", "$ref"].map((each) =>
    json.node(child(pointer, each)),
  );
  const shown =
    key ??
    said.find((each) => each?.type === "string") ??
    (node?.type === "string" ? node : undefined);
  return shown ?? { offset: node?.offset ?? 0, length: Math.min(node?.length ?? 0, 1) };
}

function joined(first: Span, last: Span): Span {
  return { offset: first.offset, length: last.offset + last.length - first.offset };
}
