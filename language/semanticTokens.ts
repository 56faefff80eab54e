import type { Range, SemanticTokensEdit } from "vscode-languageserver-types";
import type { Connector } from "../connector/connector.js";
import { once } from "../connector/keep.js";
import type { Pointer } from "../connector/pointer.js";
import type { SeenFile } from "./draft.js";
import { tokenLegend } from "./names.js";
import { type NameKind, type Occurrence, occurrencesOf } from "./occurrences.js";

const types: Record<NameKind, (typeof tokenLegend.tokenTypes)[number]> = {
  operation: "function",
  definition: "class",
  parameter: "parameter",
  response: "class",
  operationParameter: "parameter",
  property: "property",
  connectionParameter: "variable",
  connectionParameterSet: "interface",
  securityScheme: "interface",
  tag: "enumMember",
};

/**
 * The names in a file, told apart by what they stand for, as the protocol writes them: five numbers each.
 * @param range the part that is asked for; all of the file when absent
 */
export function semanticTokens({ sight, draft }: SeenFile, range?: Range): number[] {
  const { connector } = sight;
  const from = range === undefined ? 0 : draft.offset(range.start);
  const to = range === undefined ? draft.text.length : draft.offset(range.end);
  const found = occurrencesOf(connector).all.flatMap((occurrence) => {
    // Not every property has a name that is called, so that coloring some of them would tell nothing.
    const isShown =
      occurrence.file === draft.file &&
      !(occurrence.kind === "property" && occurrence.isDeclaration);
    const span = isShown ? draft.span(occurrence.span) : undefined;
    return span === undefined ||
      span.length === 0 ||
      span.offset + span.length < from ||
      span.offset > to
      ? []
      : [{ occurrence, span }];
  });
  found.sort((a, b) => a.span.offset - b.span.offset);
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = -1;
  for (const { occurrence, span } of found) {
    // Tokens must not meet, and none goes over the end of a line.
    if (span.offset < end) continue;
    const { start, end: last } = draft.lines.range(span.offset, span.length);
    if (last.line !== start.line) continue;
    end = span.offset + span.length;
    const isSameLine = start.line === line;
    const type = tokenLegend.tokenTypes.indexOf(types[occurrence.kind]);
    data.push(
      start.line - line,
      isSameLine ? start.character - character : start.character,
      span.length,
      type,
      modifiersOf(occurrence, connector),
    );
    line = start.line;
    character = start.character;
  }
  return data;
}

/** What has to be changed in tokens that an editor has, so that they become others. */
export function tokenEdits(had: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(had.length, now.length);
  let start = 0;
  while (start < shorter && had[start] === now[start]) start++;
  if (start === had.length && start === now.length) return [];
  let end = 0;
  while (end < shorter - start && had[had.length - 1 - end] === now[now.length - 1 - end]) end++;
  const deleteCount = had.length - start - end;
  return [{ start, deleteCount, data: now.slice(start, now.length - end) }];
}

function modifiersOf(occurrence: Occurrence, connector: Connector): number {
  const { kind, name, isDeclaration } = occurrence;
  const operations = connector.apiDefinition?.operationsById(name) ?? [];
  const modifiers = {
    declaration: isDeclaration,
    deprecated: kind === "operation" && operations.some(({ isDeprecated }) => isDeprecated),
    internal: isInternal(occurrence, connector),
  };
  return tokenLegend.tokenModifiers.reduce(
    (bits, modifier, index) =>
      bits | (modifiers[modifier as keyof typeof modifiers] ? 1 << index : 0),
    0,
  );
}

/** Whether makers do not see what is named. */
function isInternal({ kind, name, scope }: Occurrence, connector: Connector): boolean {
  const { apiDefinition: definition } = connector;
  if (definition === undefined) return false;
  if (kind === "operation") return definition.operationsById(name).some((each) => each.isInternal);
  if (kind === "parameter") return definition.sharedParameters.get(name)?.visibility === "internal";
  if (kind === "operationParameter") return !visibleParameters(connector).has(scope);
  return kind === "property" && definition.schemaAt(scope)?.isInternal === true;
}

/** The scopes of parameters that are not internal wherever they are declared. */
const visibleParameters = once((connector: Connector): ReadonlySet<Pointer> => {
  const parameters = connector.apiDefinition?.parameters ?? [];
  const hidden = parameters.filter(({ visibility }) => visibility === "internal");
  const names = new Set(hidden.map((parameter) => parameter.at("name")));
  const visible = occurrencesOf(connector).all.filter(
    ({ kind, isDeclaration, pointer = "" }) =>
      kind === "operationParameter" && isDeclaration && !names.has(pointer),
  );
  return new Set(visible.map(({ scope }) => scope));
});
