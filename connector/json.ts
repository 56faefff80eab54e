import { type Node, type ParseErrorCode, visit } from "jsonc-parser";
import { keep } from "./keep.js";
import { child, type Pointer, segments } from "./pointer.js";
import { LineIndex, type Range, type Span } from "./text.js";

export type { Node };

/** Nesting beyond this is not read: nothing of a connector goes deeper, and parsers overflow. */
export const maximumDepth = 1_000;

/** Something that strict JSON does not allow. Offsets and lengths are in UTF-16 units. */
export type JsonProblem = { offset: number; length: number } & (
  | {
      type: "syntax";
      /** What is wrong or expected, as a clause without a period. */
      expected: string;
    }
  | { type: "comment" }
  | { type: "trailingComma" }
  | {
      type: "duplicateKey";
      key: string;
      object: Pointer;
      /** The first member with that key. */
      first: Node;
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
    const isBroken = this.problems.some(
      ({ type }) => type === "syntax" || type === "tooDeep" || type === "empty",
    );
    return keep(this, "isComplete", !isBroken);
  }

  /** The node of the value at `pointer`. */
  node(pointer: Pointer): Node | undefined {
    let node = this.root;
    for (const segment of segments(pointer)) {
      if (node?.type === "array")
        node = /^\d+$/.test(segment) ? node.children?.[Number(segment)] : undefined;
      else if (node?.type === "object") node = this.memberOf(node, segment);
      else return undefined;
    }
    return node;
  }

  /** The value of the last member of a name; large objects are indexed, since findings ask often. */
  private memberOf(object: Node, name: string): Node | undefined {
    const members = object.children!;
    if (members.length <= 16)
      return members.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
    let index = this.indexes.get(object);
    if (index === undefined) {
      index = new Map(members.map(({ children }) => [children![0]!.value, children![1]]));
      this.indexes.set(object, index);
    }
    return index.get(name);
  }

  private readonly indexes = new WeakMap<Node, Map<string, Node | undefined>>();

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

  /** The key of the member at `pointer`; what has no key has none. */
  key(pointer: Pointer): Node | undefined {
    const node = pointer === "" ? undefined : this.node(pointer);
    return node?.parent?.type === "property" ? node.parent.children![0] : undefined;
  }

  /**
   * Where a part of what a text says, or of what a key is called, is written, without the quotes.
   * @param from counts in what the text says
   */
  spanInside(node: Node, from = 0, length = (node.value as string).length - from): Span {
    const start = node.offset + 1;
    const written = this.text.slice(start, node.offset + node.length - 1);
    // Hardly any text has escapes.
    if (!written.includes("\\")) return { offset: start + from, length };
    const at = (wanted: number) => {
      let said = 0;
      let offset = 0;
      for (; said < wanted && offset < written.length; said++)
        offset += written[offset] === "\\" ? (written[offset + 1] === "u" ? 6 : 2) : 1;
      return offset;
    };
    return { offset: start + at(from), length: at(from + length) - at(from) };
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
    while (node?.children !== undefined) {
      const items: readonly Node[] = node.children;
      // The last one that begins before the offset, found by halving.
      let low = 0;
      for (let high = items.length; high - low > 1; ) {
        const middle = (low + high) >> 1;
        if (items[middle]!.offset <= offset) low = middle;
        else high = middle;
      }
      const item = items[low];
      if (item === undefined || offset < item.offset || offset > item.offset + item.length) break;
      pointer = child(pointer, item.type === "property" ? item.children![0]!.value : low);
      node = item.type === "property" ? item.children![1] : item;
    }
    return pointer;
  }
}

const tooDeep = Symbol("too deep");

/** A node of jsonc-parser while it is read. A large text has a hundred thousand, so all have the same members in the same order. */
class Draft {
  colonOffset: number | undefined = undefined;

  constructor(
    readonly type: Node["type"],
    readonly offset: number,
    public length: number,
    public parent: Draft | undefined,
    readonly value: unknown,
    public children: Draft[] | undefined,
  ) {}
}

/**
 * One pass over the text makes the tree and the problems. The value comes from `JSON.parse`, which
 * is many times faster than to build it from the tree; only broken texts need that.
 */
function parse(text: string): { value: unknown; root: Node | undefined; problems: JsonProblem[] } {
  if (text.trim() === "")
    return {
      value: undefined,
      root: undefined,
      problems: [{ type: "empty", offset: 0, length: 0 }],
    };
  // A byte order mark is tolerated.
  let readable = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const told = new Map<number, JsonProblem>();
  const gaps = new Set<number>();
  for (;;) {
    const { root, problems, faults } = readTree(readable);
    const isNew = ({ offset }: { offset: number }) => !gaps.has(offset) && !told.has(offset);
    const fault = gaps.size < mostGaps ? faults.find(isNew) : undefined;
    const gap = fault && gapBehind(fault, readable);
    if (fault === undefined || gap === undefined) {
      const all = [...told.values(), ...problems.filter(isNew)];
      all.sort((a, b) => a.offset - b.offset);
      return { value: read(text, root, all), root, problems: all };
    }
    const problem = problems.find(({ offset }) => offset === fault.offset)!;
    told.set(fault.offset, fault.code === commaExpected ? valueMissing(readable, gap) : problem);
    gaps.add(gap);
    readable = `${readable.slice(0, gap)},${readable.slice(gap + 1)}`;
  }
}

/** More members that are not written to their end are not looked for: each costs one more pass. */
const mostGaps = 4;

/** A place where the parser expects something else. */
interface Fault {
  code: ParseErrorCode;
  offset: number;
  length: number;
}

/**
 * The space behind a member that lacks its value or its colon, when another member follows: as somebody writes
 * `{ "par" "info": {} }`. Without a comma there the parser takes the next key for a value and loses its way.
 */
function gapBehind({ code, offset, length }: Fault, text: string): number | undefined {
  let next = offset;
  if (code === nameExpected || code === quoteExpected)
    next += length + /^\s*/.exec(text.slice(offset + length))![0].length;
  else if (code === commaExpected && text[offset] === ":") {
    const before = text.slice(Math.max(0, offset - mostOfKey), offset);
    const key = /:\s+("(?:[^"\\\n]|\\.)*"\s*)$/.exec(before)?.[1];
    if (key === undefined) return undefined;
    next -= key.length;
  } else if (code !== colonExpected) return undefined;
  const gap = next - 1;
  const isFree =
    /\s/.test(text.charAt(gap)) && !(code === quoteExpected && gap === offset + length);
  return text[next] === '"' && isFree ? gap : undefined;
}

function valueMissing(text: string, gap: number): JsonProblem {
  const colon = text.slice(0, gap + 1).trimEnd().length - 1;
  return { type: "syntax", expected: expectation[4], offset: colon, length: 1 };
}

const mostOfKey = 1_000;

function readTree(text: string): {
  root: Node | undefined;
  problems: JsonProblem[];
  faults: Fault[];
} {
  const problems: JsonProblem[] = [];
  const faults: Fault[] = [];
  // Takes the root as its only item.
  const top = new Draft("array", 0, text.length, undefined, undefined, []);
  let node: Draft = top;
  let depth = 0;
  let lastComma = -1;
  // After a fault the parser complains about each token until one fits again: that says nothing new.
  let isLost = false;
  let lostAt = -1;

  const addNode = (added: Draft): Draft => {
    if (added.offset !== lostAt) isLost = false;
    lastComma = -1;
    const { children } = node;
    // An array that grows keeps room for many more.
    if (node.type === "property" && children!.length === 1) node.children = [children![0]!, added];
    else children!.push(added);
    return added;
  };
  const endProperty = (end: number) => {
    if (node.type !== "property") return;
    node.length = end - node.offset;
    node = node.parent!;
  };
  const begin = (type: "object" | "array", offset: number) => {
    if (++depth > maximumDepth) {
      problems.push({ type: "tooDeep", offset, length: 1 });
      throw tooDeep;
    }
    node = addNode(new Draft(type, offset, -1, node, undefined, []));
  };
  const end = (offset: number, length: number) => {
    if (lastComma >= 0 && !isLost)
      problems.push({ type: "trailingComma", offset: lastComma, length: 1 });
    lastComma = -1;
    if (offset < text.length) isLost = false;
    endProperty(offset);
    node.length = offset + length - node.offset;
    // Without the room that it kept for more.
    node.children = node.children!.slice();
    if (node.type === "object")
      for (const problem of duplicates(node as Node)) problems.push(problem);
    node = node.parent ?? top;
    depth--;
    endProperty(offset + length);
  };
  const fail = (code: ParseErrorCode, offset: number, length: number) => {
    if (isLost || offset === lostAt) return;
    isLost = true;
    lostAt = offset;
    faults.push({ code, offset, length });
    const isUnclosed = code === commaExpected && /[\]}]/.test(text.charAt(offset));
    const expected = expectation[isUnclosed ? (node.type === "array" ? 8 : 7) : code];
    // What the end of the text lacks is shown at its last character.
    const from = length > 0 ? offset : text.trimEnd().length - 1;
    // A comment without end is said to reach beyond the text.
    const to = length > 0 ? Math.min(offset + length, text.length) : from + 1;
    problems.push({ type: "syntax", expected, offset: from, length: to - from });
  };

  try {
    visit(
      text,
      {
        onObjectBegin: (offset) => begin("object", offset),
        onArrayBegin: (offset) => begin("array", offset),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty: (name, offset, length) => {
          endProperty(offset);
          node = addNode(new Draft("property", offset, -1, node, undefined, undefined));
          node.children = [new Draft("string", offset, length, node, name, undefined)];
        },
        onLiteralValue: (literal, offset, length) => {
          const type = literal === null ? "null" : (typeof literal as "string");
          addNode(new Draft(type, offset, length, node, literal, undefined));
          endProperty(offset + length);
        },
        onSeparator: (separator, offset) => {
          isLost = false;
          if (separator === ",") {
            endProperty(offset);
            lastComma = offset;
          } else if (node.type === "property") node.colonOffset = offset;
        },
        onComment: (offset, length) => {
          // One without end is a fault of its own.
          if (/^(\/\/|\/\*.*\*\/$)/s.test(text.slice(offset, offset + length)))
            problems.push({ type: "comment", offset, length });
        },
        onError: fail,
      },
      { allowTrailingComma: true },
    );
  } catch (error) {
    if (error !== tooDeep) throw error;
  }
  // What a broken text left open ends with the text.
  for (let left: Draft | undefined = node; left !== undefined && left !== top; left = left.parent)
    if (left.length < 0) {
      left.length = text.length - left.offset;
      if (left.type === "object")
        for (const problem of duplicates(left as Node)) problems.push(problem);
    }
  const root = top.children![0] as Draft | undefined;
  if (root !== undefined) root.parent = undefined;
  return { root: root as Node | undefined, problems, faults };
}

/** The members of an object that have the key of an earlier one. */
function duplicates(object: Node): JsonProblem[] {
  const members = object.children!;
  if (areDifferent(members)) return [];
  const first = new Map<string, Node>();
  const problems: JsonProblem[] = [];
  let pointer: Pointer | undefined;
  for (const member of members) {
    const key = member.children![0]!;
    const earlier = first.get(key.value);
    if (earlier === undefined) first.set(key.value, member);
    else {
      pointer ??= pointerOf(object);
      problems.push({
        type: "duplicateKey",
        key: key.value,
        object: pointer,
        offset: key.offset,
        length: key.length,
        first: earlier,
      });
    }
  }
  return problems;
}

/** Whether a few members all have keys of their own: told without a map, which large files have thousands of. */
function areDifferent(members: readonly Node[]): boolean {
  if (members.length > 8) return false;
  for (let later = 1; later < members.length; later++) {
    const key: string = members[later]!.children![0]!.value;
    for (let earlier = 0; earlier < later; earlier++)
      if (members[earlier]!.children![0]!.value === key) return false;
  }
  return true;
}

/** The pointer of a node while the tree is read, when the root still hangs in a helper. */
function pointerOf(node: Node): Pointer {
  const { parent } = node;
  if (parent?.type === "property")
    return child(pointerOf(parent.parent!), parent.children![0]!.value);
  if (parent?.parent === undefined) return "";
  return child(pointerOf(parent), parent.children!.indexOf(node));
}

/** The value that a text has, as far as it could be read. */
function read(text: string, root: Node | undefined, problems: readonly JsonProblem[]): unknown {
  if (problems.every(({ type }) => type === "duplicateKey"))
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  return root && valueOfNode(root);
}

function valueOfNode(node: Node): unknown {
  if (node.type === "array") return node.children!.map(valueOfNode);
  if (node.type !== "object") return node.value;
  const entries = node.children!.flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [[key.value, valueOfNode(value)] as const],
  );
  // Never a setter: a key named `__proto__` becomes a member like any other.
  return Object.fromEntries(entries);
}

const nameExpected: ParseErrorCode = 3;
const colonExpected: ParseErrorCode = 5;
const commaExpected: ParseErrorCode = 6;
const quoteExpected: ParseErrorCode = 12;

const expectation: Record<ParseErrorCode, string> = {
  1: "texts and keys need double quotes, and the only bare words are true, false and null",
  2: "this number is not written as JSON has it",
  3: 'a key in double quotes is expected here, such as "title"',
  4: "a value is expected here",
  5: 'a ":" is expected between a key and its value',
  6: 'a "," is expected here',
  7: 'a "}" is expected here to close the object',
  8: 'a "]" is expected here to close the array',
  9: "nothing may follow the end of the value",
  10: "comments are not allowed",
  11: "this comment has no end",
  12: "this text has no closing quote",
  13: "this number has no end",
  14: "a \\u escape needs four hexadecimal digits",
  15: "this escape does not exist, and a backslash itself is written \\\\",
  16: "a control character in a text must be escaped, for example a tab as \\t",
};
