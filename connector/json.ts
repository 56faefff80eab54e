import { type Node, type ParseErrorCode, visit } from "jsonc-parser";
import { keep } from "./keep.js";
import { child, type Pointer, segments } from "./pointer.js";
import { LineIndex, type Range } from "./text.js";

export type { Node };

/** Nesting beyond this is not read: nothing of a connector goes deeper, and parsers overflow. */
export const maximumDepth = 1_000;

/** Something that strict JSON does not allow. Offsets and lengths are in UTF-16 units. */
export type JsonProblem = { offset: number; length: number } & (
  | { type: "syntax"; expected: string }
  | { type: "comment" }
  | { type: "trailingComma" }
  | {
      type: "duplicateKey";
      key: string;
      object: Pointer;
      first: { offset: number; length: number };
    }
  | { type: "tooDeep" }
  | { type: "empty" }
);

/** Which part of a member is meant: its name or what it holds. */
export type Part = "key" | "value";

/**
 * A JSON text: its value, its tree and what is wrong with it. Reading never fails; broken text
 * gives what could be read and the problems. Of members with the same key the last one counts.
 */
export class JsonText {
  readonly value: unknown;
  readonly root: Node | undefined;
  readonly problems: readonly JsonProblem[];

  constructor(readonly text: string) {
    const { value, root, problems } = parse(text);
    this.value = value;
    this.root = root;
    this.problems = problems;
  }

  get lines(): LineIndex {
    return keep(this, "lines", new LineIndex(this.text));
  }

  /** False when the text is broken so that its value may lack what the author wrote. */
  get isComplete(): boolean {
    return !this.problems.some(
      ({ type }) => type === "syntax" || type === "tooDeep" || type === "empty",
    );
  }

  /** The node of the value at `pointer`. */
  node(pointer: Pointer): Node | undefined {
    let node = this.root;
    for (const segment of segments(pointer)) {
      if (node?.type === "array") node = node.children?.[Number(segment)];
      else if (node?.type === "object")
        node = node.children?.findLast(({ children }) => children?.[0]?.value === segment)
          ?.children?.[1];
      else return undefined;
    }
    return node;
  }

  /**
   * The range of the value at `pointer`, or of its key. What has no key is shown by its first
   * character; of what does not exist, the nearest thing around it is shown.
   */
  range(pointer: Pointer, part: Part = "value"): Range {
    let node: Node | undefined;
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
      node = this.node(at);
      if (node !== undefined || at === "") break;
    }
    if (node === undefined) return this.lines.range(0, Math.min(1, this.text.length));
    const property = node.parent?.type === "property" ? node.parent : undefined;
    const key = property?.children?.[0];
    if (part === "value") return this.lines.range(node.offset, node.length);
    if (key !== undefined) return this.lines.range(key.offset, key.length);
    return this.lines.range(node.offset, Math.min(1, node.length));
  }

  /** Whether the value at `pointer` holds others. */
  isContainer(pointer: Pointer): boolean {
    const type = this.node(pointer)?.type;
    return type === "object" || type === "array";
  }

  /** The pointer of the innermost value (or of the member whose key) is at `offset`. */
  pointerAt(offset: number): Pointer {
    let pointer = "";
    let node = this.root;
    descend: while (node?.children !== undefined) {
      for (const [index, item] of node.children.entries()) {
        if (offset < item.offset || offset > item.offset + item.length) continue;
        pointer = child(pointer, item.type === "property" ? item.children![0]!.value : index);
        node = item.type === "property" ? item.children![1] : item;
        continue descend;
      }
      break;
    }
    return pointer;
  }
}

const tooDeep = Symbol("too deep");

type Container = unknown[] | Record<string, unknown>;

/** A node of jsonc-parser while it is read. */
type Draft = { -readonly [Key in keyof Omit<Node, "parent" | "children">]: Node[Key] } & {
  parent?: Draft | undefined;
  children?: Draft[];
};

/** One pass over the text makes the tree, the value and the problems. */
function parse(text: string): { value: unknown; root: Node | undefined; problems: JsonProblem[] } {
  const problems: JsonProblem[] = [];
  // Takes the root as its only item.
  const top: Draft = { type: "array", offset: 0, length: text.length, children: [] };
  const topValue: unknown[] = [];
  let node: Draft = top;
  let value: Container = topValue;
  const values: Container[] = [topValue];
  let key = "";
  let lastComma = -1;
  let depth = 0;

  const addValue = (added: unknown) => {
    if (Array.isArray(value)) value.push(added);
    else if (key === "__proto__")
      Object.defineProperty(value, key, {
        value: added,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else value[key] = added;
  };
  const addNode = (added: Draft): Draft => {
    node.children!.push(added);
    return added;
  };
  const endProperty = (end: number) => {
    if (node.type !== "property") return;
    node.length = end - node.offset;
    node = node.parent!;
  };
  const begin = (type: "object" | "array", offset: number) => {
    lastComma = -1;
    if (++depth > maximumDepth) {
      problems.push({ type: "tooDeep", offset, length: 1 });
      throw tooDeep;
    }
    const container: Container = type === "object" ? {} : [];
    addValue(container);
    values.push(container);
    value = container;
    node = addNode({ type, offset, length: -1, parent: node, children: [] });
  };
  const end = (offset: number, length: number) => {
    depth--;
    if (lastComma >= 0) problems.push({ type: "trailingComma", offset: lastComma, length: 1 });
    lastComma = -1;
    endProperty(offset);
    node.length = offset + length - node.offset;
    node = node.parent ?? top;
    values.pop();
    value = values.at(-1)!;
    endProperty(offset + length);
  };

  try {
    visit(
      text,
      {
        onObjectBegin: (offset) => begin("object", offset),
        onArrayBegin: (offset) => begin("array", offset),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty: (name, offset, length, _line, _character, path) => {
          lastComma = -1;
          endProperty(offset);
          if (!Array.isArray(value) && Object.hasOwn(value, name)) {
            const first = node.children!.find(({ children }) => children?.[0]?.value === name);
            problems.push({
              type: "duplicateKey",
              key: name,
              object: child("", ...path()),
              offset,
              length,
              first: { offset: first!.offset, length: first!.children![0]!.length },
            });
          }
          key = name;
          node = addNode({ type: "property", offset, length: -1, parent: node, children: [] });
          addNode({ type: "string", value: name, offset, length, parent: node });
        },
        onLiteralValue: (literal, offset, length) => {
          lastComma = -1;
          addValue(literal);
          const type = literal === null ? "null" : (typeof literal as "string");
          addNode({ type, value: literal, offset, length, parent: node });
          endProperty(offset + length);
        },
        onSeparator: (separator, offset) => {
          if (separator === ",") {
            endProperty(offset);
            lastComma = offset;
          } else if (node.type === "property") node.colonOffset = offset;
        },
        onComment: (offset, length) => problems.push({ type: "comment", offset, length }),
        onError: (code, offset, length) =>
          problems.push({ type: "syntax", offset, length, expected: expectation[code] }),
      },
      { allowTrailingComma: true },
    );
  } catch (error) {
    if (error !== tooDeep) throw error;
  }
  // What a broken text left open ends with the text.
  for (let open: Draft | undefined = node; open !== undefined && open !== top; open = open.parent)
    if (open.length < 0) open.length = text.length - open.offset;
  if (text.trim() === "")
    return {
      value: undefined,
      root: undefined,
      problems: [{ type: "empty", offset: 0, length: 0 }],
    };
  const [root] = top.children!;
  if (root !== undefined) root.parent = undefined;
  return { value: topValue[0], root: root as Node | undefined, problems };
}

const expectation: Record<ParseErrorCode, string> = {
  1: "This is no JSON value: texts need double quotes, and only true, false and null are bare words",
  2: "This number is not written as JSON has it",
  3: 'A key in double quotes is expected here, such as "title"',
  4: "A value is expected here",
  5: 'A ":" is expected between a key and its value',
  6: 'A "," is expected here',
  7: 'The object is not closed: a "}" is expected',
  8: 'The array is not closed: a "]" is expected',
  9: "Nothing may follow the end of the JSON value",
  10: "This comment has no end",
  11: "This text has no closing quote",
  12: "This number has no end",
  13: "A \\u escape needs four hexadecimal digits",
  14: "This escape does not exist in JSON; a backslash is written \\\\",
  15: "A control character inside a text must be escaped, for example as \\n",
  16: "This character does not belong in JSON",
};
