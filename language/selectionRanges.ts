import type { Position, SelectionRange } from "vscode-languageserver-types";
import type { Node } from "../connector/json.js";
import type { Span } from "../connector/text.js";
import type { SeenFile } from "./draft.js";

/** For each position what is around it, from the word to the whole file. */
export function selectionRanges(
  { draft }: SeenFile,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const offset = draft.offset(position);
    const { json, offset: delta, at } = draft.around(offset);
    const spans: Span[] = [{ offset: 0, length: draft.text.length }];
    /** What is inside of the ones before, and not the same. */
    const add = (span: Span) => {
      const { offset, length } = spans.at(-1)!;
      const isInside = span.offset >= offset && span.offset + span.length <= offset + length;
      if (isInside && span.length < length) spans.push(span);
    };
    /** A node, and what is between its brackets or quotes. */
    const addNode = ({ type }: Node, { offset, length }: Span, at: number) => {
      add({ offset, length });
      const hasInside = type === "object" || type === "array" || type === "string";
      if (hasInside && length > 2 && at > offset && at < offset + length)
        add({ offset: offset + 1, length: length - 2 });
    };
    const isPart = json !== draft.file.json;
    const inFile = nodesAt(draft.file.json.root, draft.toFile(offset));
    // What is around the part that was read by itself is where the file had it.
    for (const node of inFile) {
      const span = draft.span(node);
      if (span !== undefined && !(isPart && span.offset >= delta)) addNode(node, span, offset);
    }
    if (isPart)
      for (const node of nodesAt(json.root, at))
        addNode(node, { offset: node.offset + delta, length: node.length }, offset);
    const word = wordAt(draft.text, offset);
    if (word.length > 0) add(word);
    return spans.reduce<SelectionRange | undefined>(
      (parent, { offset, length }) => ({
        range: draft.lines.range(offset, length),
        ...(parent !== undefined && { parent }),
      }),
      undefined,
    )!;
  });
}

/** The nodes around an offset, the outer ones first. */
function nodesAt(root: Node | undefined, offset: number): Node[] {
  const nodes: Node[] = [];
  for (let node = root; node !== undefined; ) {
    if (offset < node.offset || offset > node.offset + node.length) break;
    nodes.push(node);
    node = node.children?.find(
      ({ offset: start, length }) => offset >= start && offset <= start + length,
    );
  }
  return nodes;
}

function wordAt(text: string, offset: number): Span {
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))![0].length;
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 100))![0].length;
  return { offset: offset - before, length: before + after };
}
