import { Language, type Node, Parser } from "web-tree-sitter";
import type {
  Script,
  ScriptAssignment,
  ScriptCall,
  ScriptClass,
  ScriptMethod,
  ScriptName,
  ScriptOperationId,
  ScriptUsing,
} from "./script.js";
import type { Span } from "./text.js";

/**
 * Makes a reader of C# scripts. What the grammar does not understand is left out and told nowhere: it may be newer C#.
 * @param grammar the grammar of C# for tree-sitter, as WebAssembly
 */
export async function scriptReader(grammar: Uint8Array): Promise<(text: string) => Script> {
  await Parser.init();
  const parser = new Parser().setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    try {
      return new ScriptReading(text, tree?.rootNode).script;
    } finally {
      // Its memory is not that of JavaScript, and nobody else gives it back.
      tree?.delete();
    }
  };
}

/** Deeper code nests more than anybody writes by hand; following it could overflow the stack. */
const maximumDepth = 500;

class ScriptReading {
  private isUnderstood = false;
  private unpaired: ScriptName | undefined;
  private readonly classes: ScriptClass[] = [];
  private readonly usings: ScriptUsing[] = [];
  private readonly creations: ScriptName[] = [];
  private readonly calls: ScriptCall[] = [];
  private readonly members: ScriptName[] = [];
  private readonly unsafe: Span[] = [];
  private readonly operationIds: ScriptOperationId[] = [];
  private readonly assignments: ScriptAssignment[] = [];
  /** Comments and texts of several lines, in which a directive is none. */
  private readonly opaque: Span[] = [];
  /** The variables that hold the id of the operation. */
  private readonly idNames = new Set<string>();
  /** What `const string` and `readonly string` names stand for. */
  private readonly constants = new Map<string, { value: string; span: Span }>();
  /** The lists of texts that have a name, and where it is known. */
  private readonly lists: { name: string; list: Node; scope: Node }[] = [];

  constructor(
    private readonly text: string,
    root: Node | undefined,
  ) {
    if (root === undefined) return;
    this.isUnderstood = !root.hasError;
    // One of the branches that a directive chooses from may close what another one opens, too.
    if (root.hasError && !/^\s*#\s*if\b/m.test(text)) this.unpaired = unpairedBracket(root);
    // Names are known before they are compared, wherever they are declared.
    this.visit(root, 0, (node) => this.readDeclaration(node));
    this.visit(root, 0, (node) => this.readNode(node));
  }

  get script(): Script {
    return {
      text: this.text,
      isUnderstood: this.isUnderstood,
      unpaired: this.unpaired,
      classes: this.classes,
      usings: this.usings,
      directives: this.directives(),
      creations: this.creations,
      calls: this.calls,
      members: this.members,
      unsafe: this.unsafe,
      operationIds: this.operationIds,
      assignments: this.assignments,
    };
  }

  private visit(node: Node, depth: number, read: (node: Node) => void): void {
    if (depth > maximumDepth) return;
    // What is inside of something that was not understood may be misread.
    if (node.isError) return;
    read(node);
    for (const child of node.namedChildren) if (child) this.visit(child, depth + 1, read);
  }

  private readDeclaration(node: Node): void {
    if (node.type !== "variable_declarator") return;
    const name = node.childForFieldName("name")?.text;
    const value = node.namedChildren.at(-1);
    if (name === undefined || !value) return;
    if (isContextId(value.text)) this.idNames.add(name);
    // A text that was decoded from it.
    else if (/operationId$/i.test(name) && /Context\.OperationId\b/.test(value.text))
      this.idNames.add(name);
    const literal = literalOf(value);
    const owner = node.parent?.parent;
    const isConstant = owner?.namedChildren.some(
      (each) => each?.type === "modifier" && /^(?:const|readonly)$/.test(each.text),
    );
    if (literal !== undefined && isConstant) this.constants.set(name, literal);
    const scope = owner?.parent;
    if (scope && itemsOf(value).length > 0) this.lists.push({ name, list: value, scope });
  }

  private readNode(node: Node): void {
    switch (node.type) {
      case "comment":
      case "verbatim_string_literal":
      case "raw_string_literal":
      case "interpolated_string_expression":
        this.opaque.push(spanOf(node));
        return;
      case "using_directive":
        this.readUsing(node);
        return;
      case "class_declaration":
        this.readClass(node);
        return;
      case "object_creation_expression": {
        const type = node.childForFieldName("type");
        if (type) this.creations.push({ name: type.text, ...spanOf(type) });
        return;
      }
      case "unsafe_statement":
        this.unsafe.push({ offset: node.startIndex, length: "unsafe".length });
        return;
      case "modifier":
        if (node.text === "unsafe") this.unsafe.push(spanOf(node));
        return;
      case "invocation_expression":
        this.readCall(node);
        return;
      case "member_access_expression":
        if (node.parent?.type !== "invocation_expression" && node.endIndex - node.startIndex < 200)
          this.members.push({ name: node.text, ...spanOf(node) });
        return;
      case "binary_expression": {
        const [left, right] = [node.childForFieldName("left"), node.childForFieldName("right")];
        if (
          left &&
          right &&
          /^[!=]=$/.test(node.childForFieldName("operator")?.text ?? operatorOf(node))
        )
          this.compare([left, right], node.text);
        return;
      }
      case "is_pattern_expression": {
        const [subject, pattern] = [
          node.childForFieldName("expression"),
          node.childForFieldName("pattern"),
        ];
        if (subject && pattern && this.isId(subject))
          this.addLiterals(pattern, ignoresCase(subject.text));
        return;
      }
      case "switch_statement": {
        const value = node.childForFieldName("value");
        if (!value || !this.isId(value)) return;
        for (const section of node.childForFieldName("body")?.namedChildren ?? [])
          for (const pattern of section?.namedChildren ?? [])
            if (pattern && /_pattern$/.test(pattern.type))
              this.addLiterals(pattern, ignoresCase(value.text));
        return;
      }
      case "switch_expression": {
        const [value, ...arms] = node.namedChildren;
        if (!value || !this.isId(value)) return;
        for (const arm of arms) {
          const pattern = arm?.namedChildren[0];
          if (pattern && /_pattern$/.test(pattern.type))
            this.addLiterals(pattern, ignoresCase(value.text));
        }
        return;
      }
      case "variable_declarator": {
        const name = node.childForFieldName("name");
        this.assign(name?.text, node.namedChildren.at(-1));
        return;
      }
      case "assignment_expression": {
        const left = node.childForFieldName("left");
        const name = left?.text.replace(/^.*[."[]([\w-]+)["\]]*$/s, "$1");
        this.assign(name, node.childForFieldName("right"));
        return;
      }
    }
  }

  private readUsing(node: Node): void {
    const name = node.namedChildren.findLast(
      (child) => child?.type === "qualified_name" || child?.type === "identifier",
    );
    if (!name) return;
    const alias = node.childForFieldName("name")?.text;
    this.usings.push({
      name: name.text.replace(/\s/g, ""),
      ...spanOf(name),
      directive: spanOf(node),
      alias: alias === name.text ? undefined : alias,
    });
  }

  private readClass(node: Node): void {
    const name = node.childForFieldName("name");
    if (!name) return;
    const bases = node.namedChildren.find((child) => child?.type === "base_list");
    const methods: ScriptMethod[] = [];
    for (const member of node.childForFieldName("body")?.namedChildren ?? []) {
      if (member?.type !== "method_declaration") continue;
      const own = member.childForFieldName("name");
      if (!own) continue;
      methods.push({
        name: own.text,
        ...spanOf(own),
        modifiers: modifiersOf(member),
        returns: member.childForFieldName("returns")?.text ?? "",
        parameters: member.childForFieldName("parameters")?.namedChildCount ?? 0,
      });
    }
    this.classes.push({
      name: name.text,
      ...spanOf(name),
      bases: bases?.namedChildren.flatMap((base) => base?.text ?? []) ?? [],
      modifiers: modifiersOf(node),
      methods,
    });
  }

  private readCall(node: Node): void {
    const called = node.childForFieldName("function");
    const list = node.childForFieldName("arguments");
    if (!called || called.endIndex - called.startIndex > 200) return;
    const given = (list?.namedChildren ?? []).flatMap((each) => each?.namedChildren.at(-1) ?? []);
    const name = called.text.replace(/\s/g, "");
    this.calls.push({
      name,
      ...spanOf(called),
      arguments: given.map(({ text }) => text),
      isWaitedFor: /^(?:await_expression|expression_statement)$/.test(node.parent?.type ?? ""),
    });
    const subject = called.childForFieldName("expression");
    const method = called.childForFieldName("name")?.text;
    if (method === "Equals" && subject) {
      const isStatic = /^(?:System\.)?string$/i.test(subject.text);
      this.compare(isStatic ? given.slice(0, 2) : [subject, ...given.slice(0, 1)], node.text);
    }
    if (method === "Contains" && subject && given[0] && this.isId(given[0])) {
      const list = this.listOf(subject);
      const ignoring = [list, node].some((each) => ignoresCase(each.text));
      for (const item of itemsOf(list)) this.addLiterals(item, ignoring);
    }
    // `headers.Add("X-Api-Key", "…")`
    const [key, value] = given;
    if (method === "Add" && key) this.assign(literalOf(key)?.value, value);
  }

  /** Two sides of a comparison, one of which may be the id of the operation. */
  private compare(sides: readonly Node[], whole: string): void {
    const other = sides.find((side) => !this.isId(side));
    if (other !== undefined && sides.some((side) => this.isId(side)))
      this.addLiterals(other, ignoresCase(whole));
  }

  private addLiterals(node: Node, ignoring: boolean): void {
    const known = node.type === "identifier" ? this.constants.get(node.text) : undefined;
    const literal = literalOf(node) ?? known;
    if (literal !== undefined) {
      const span = "span" in literal ? literal.span : spanOf(node);
      // A list that is asked in several places stands in one.
      if (this.operationIds.some(({ offset }) => offset === span.offset)) return;
      this.operationIds.push({ value: literal.value, ignoresCase: ignoring, ...span });
    } else if (/pattern$/.test(node.type))
      for (const child of node.namedChildren) if (child) this.addLiterals(child, ignoring);
  }

  /** The list that an expression names, declared nearest around it; the expression itself when it names none. */
  private listOf(expression: Node): Node {
    const wanted = expression.text.replace(/^this\./, "");
    const known = this.lists.findLast(
      ({ name, scope }) =>
        name === wanted &&
        scope.startIndex <= expression.startIndex &&
        expression.endIndex <= scope.endIndex,
    );
    return known?.list ?? expression;
  }

  private isId({ text }: Node): boolean {
    return isContextId(text) || this.idNames.has(text.replace(changesOfCase, ""));
  }

  private assign(name: string | undefined, value: Node | null | undefined): void {
    const literal = value && literalOf(value);
    if (name !== undefined && literal)
      this.assignments.push({ name, value: literal.value, ...literal.span });
  }

  private directives(): Script["directives"] {
    return [...this.text.matchAll(/^[ \t]*#(r|load)\s+"[^"\r\n]*"/gm)]
      .map(({ 1: name, 0: whole, index }) => {
        const indent = whole.length - whole.trimStart().length;
        return {
          name: name as "r" | "load",
          offset: index + indent,
          length: whole.length - indent,
        };
      })
      .filter(
        ({ offset }) =>
          !this.opaque.some((span) => span.offset <= offset && offset < span.offset + span.length),
      );
  }
}

const changesOfCase = /\.(?:ToLower|ToUpper|ToLowerInvariant|ToUpperInvariant|Trim|ToString)\(\)/g;

function isContextId(text: string): boolean {
  return /^(?:this\.)?Context\??\.OperationId$/.test(
    text.replace(/\s/g, "").replace(changesOfCase, ""),
  );
}

function ignoresCase(text: string): boolean {
  return /IgnoreCase|\.To(?:Lower|Upper)/.test(text);
}

/** What stands between the braces of `new[] { … }`, `new List<string> { … }` and `{ … }`. */
function itemsOf(node: Node): Node[] {
  const braces =
    node.type === "initializer_expression"
      ? node
      : /creation_expression$/.test(node.type) &&
        node.namedChildren.find((child) => child?.type === "initializer_expression");
  return braces ? braces.namedChildren.flatMap((child) => child ?? []) : [];
}

/** The text between the quotes of a plain literal. */
function literalOf(node: Node): { value: string; span: Span } | undefined {
  if (node.type === "parenthesized_expression" || node.type === "constant_pattern") {
    const [inner] = node.namedChildren;
    return inner ? literalOf(inner) : undefined;
  }
  if (node.type !== "string_literal") return undefined;
  const value = node.text.slice(1, -1);
  // One with escapes is nobody's operation and would have to be read.
  return value.includes("\\")
    ? undefined
    : { value, span: { offset: node.startIndex + 1, length: value.length } };
}

/** The token between the two sides, which some versions of the grammar give no name. */
function operatorOf(node: Node): string {
  return node.children.find((child) => child?.isNamed === false)?.type ?? "";
}

function modifiersOf(node: Node): string[] {
  return node.namedChildren.flatMap((child) => (child?.type === "modifier" ? [child.text] : []));
}

function spanOf({ startIndex, endIndex }: Node): Span {
  return { offset: startIndex, length: endIndex - startIndex };
}

const closes: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const opening = new Set(Object.values(closes));

/** The first bracket of the code that is not closed, or that closes nothing. Deep code is no matter: nothing calls itself. */
function unpairedBracket(root: Node): ScriptName | undefined {
  const open: ScriptName[] = [];
  const cursor = root.walk();
  try {
    for (;;) {
      const { nodeType: name, startIndex: offset } = cursor;
      const bracket = { name, offset, length: 1 };
      if (!cursor.nodeIsMissing && opening.has(name)) open.push(bracket);
      else if (!cursor.nodeIsMissing && name in closes) {
        const last = open.pop();
        if (last?.name !== closes[name]) return last ?? bracket;
      }
      if (cursor.gotoFirstChild()) continue;
      while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return open.at(-1);
    }
  } finally {
    cursor.delete();
  }
}
