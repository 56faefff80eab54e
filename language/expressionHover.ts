import { functionMeanings } from "../connector/expression.js";
import type { Pointer } from "../connector/pointer.js";
import type { Span } from "../connector/text.js";
import { code, describeConnectionParameter } from "./describe.js";
import type { Place } from "./draft.js";

/** What the expression of a policy at a place gives. */
export function expressionHover(
  { sight, draft, offset }: Place,
  pointer: Pointer,
): { parts: string[]; span: Span } | undefined {
  const { file } = draft;
  const properties = file.kind === "apiProperties" ? sight.connector.apiProperties : undefined;
  const text = properties?.policies
    .flatMap(({ texts }) => texts)
    .find((each) => each.pointer === pointer);
  const node = text && file.json.node(pointer);
  if (properties === undefined || text === undefined || node === undefined) return undefined;
  const at = draft.toFile(offset);
  for (const { function: called, name, arguments: given, ...call } of text.calls.toReversed()) {
    const span = file.json.spanInside(node, call.offset, call.length);
    if (called === undefined || at < span.offset || at > span.offset + span.length) continue;
    const shown = draft.span(span);
    if (shown === undefined) return undefined;
    const read = given[0]?.text;
    const parameters =
      called === "connectionParameters" && read !== undefined
        ? properties.connectionParameters.filter((each) => each.name === read)
        : [];
    const parts = [
      `${code(`@${name}(${read === undefined ? "" : `'${read}'`})`)}\n\n${functionMeanings[called]}`,
      ...parameters.map(describeConnectionParameter),
    ];
    return { parts, span: shown };
  }
  return undefined;
}
