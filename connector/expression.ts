/** Expressions in the texts of policies: `@headers('name')`, or `@{headers('name')}` inside other text. */

/** The functions that policies know; capitals do not count in their names. */
export const policyFunctions = [
  "body",
  "connectionParameters",
  "environmentVariables",
  "headers",
  "item",
  "queryParameters",
  "triggerBody",
] as const;

export type PolicyFunction = (typeof policyFunctions)[number];

/** What each of the functions gives. */
export const functionMeanings: Readonly<Record<PolicyFunction, string>> = {
  body: "The body of the request, or of the response where that is changed. Its members follow: `@body().id`.",
  connectionParameters:
    "What the user entered when the connection was made, by the name of the connection parameter. A second argument counts where nothing was entered.",
  environmentVariables:
    "A variable of the environment in which the connector lies, by its name. Only connectors in solutions have them.",
  headers: "A header of the request, or of the response where that is changed, by its name.",
  item: "The item of a list on which the policy is at work. Its members follow: `@item().id`.",
  queryParameters: "A query parameter of the request, by its name.",
  triggerBody:
    "The last answer of a polling trigger. Its members follow: `@triggerBody().value[0].id`.",
};

/** A part of the text that was read. */
export interface Stretch {
  offset: number;
  length: number;
}

/** A call of a function; its stretch reaches from `@`, or from the name inside another expression, to its end. */
export interface Call extends Stretch {
  /** As it is written. */
  name: string;
  /** The function of policies that it calls. */
  function: PolicyFunction | undefined;
  arguments: readonly Argument[];
  /** What is read of the result, from the outside in: names of members and indices. */
  members: readonly string[];
  /** Whether it stands inside another expression. */
  isNested: boolean;
}

export interface Argument extends Stretch {
  /** What a quoted text says. */
  text?: string;
}

/** What is wrong with an expression, and how to make it right where that is certain enough to propose. */
export interface ExpressionProblem extends Stretch {
  kind:
    | "noName"
    | "noSign"
    | "openBrace"
    | "openBracket"
    | "openParenthesis"
    | "openQuote"
    | "surplusBrace"
    | "surplusParenthesis"
    | "unknownFunction"
    | "unquoted"
    | "wrongQuotes";
  /** The name of the function that is called, as it is written. */
  name: string;
  repair?: Replacement;
}

/** What to put in the place of a stretch of a text. */
export interface Replacement extends Stretch {
  text: string;
}

export interface ExpressionText {
  /** Every call, those in arguments after the one that they belong to. */
  calls: readonly Call[];
  /** In the order of the text. */
  problems: readonly ExpressionProblem[];
}

/** Reads all expressions of a text; what looks like none, such as `@odata.nextLink` or a mail address, is text. */
export function readExpressions(text: string): ExpressionText {
  return text.includes("(") ? new Reader(text).read() : { calls: [], problems: [] };
}

/** The first argument of a call, when it is a quoted text: the name that it reads. */
export function readName(call: Call): string | undefined {
  return call.arguments[0]?.text;
}

/** The edit of the text that makes a quoted argument say something else. */
export function requote({ offset, length }: Stretch, value: string): Replacement {
  return { offset, length, text: `'${value.replaceAll("'", "''")}'` };
}

export function replaced(text: string, { offset, length, text: other }: Replacement): string {
  return text.slice(0, offset) + other + text.slice(offset + length);
}

const functionsByName: ReadonlyMap<string, PolicyFunction> = new Map(
  policyFunctions.map((name) => [name.toLowerCase(), name]),
);

/** Functions that take a name, which says what they read. */
const takesName: ReadonlySet<PolicyFunction> = new Set([
  "connectionParameters",
  "environmentVariables",
  "headers",
  "queryParameters",
]);

/** Functions whose result is JSON, so that what follows them reads a member and is no text. */
const givesJson: ReadonlySet<PolicyFunction> = new Set(["body", "item", "triggerBody"]);

const start = /(@?)@(?:\{\s*)?([A-Za-z_]\w*)\(/g;
const nestedStart = /@?([A-Za-z_]\w*)\(/y;
/** Nobody nests calls deeper. */
const maximumDepth = 20;
/** A function whose name everybody can tell from text, called with a quoted argument. */
const unsigned =
  /(\{\s*)?(?<![\w@.])(connectionParameters|environmentVariables|headers|queryParameters)\(\s*['"]/gi;
const closed = /'((?:[^']|'')*)'/y;
const otherwiseQuoted =
  /"([^"]*)"|[\u2018\u2019\u00b4`]([^\u2018\u2019\u00b4`]*)[\u2018\u2019\u00b4`]|[\u201c\u201d]([^\u201c\u201d]*)[\u201c\u201d]/y;
const member = /\??\.([A-Za-z_$][\w$-]*)|\??\[\s*(?:'((?:[^']|'')*)'|"([^"]*)"|(\d+))\s*\]/y;
const space = /\s*/y;

class Reader {
  private at = 0;
  private readonly calls: Call[] = [];
  private readonly problems: ExpressionProblem[] = [];

  constructor(private readonly text: string) {}

  read(): ExpressionText {
    // What is open in the text around the expressions: `(@body())` and `{@body()}` are right.
    const open = { "(": 0, "{": 0 };
    for (;;) {
      const from = this.at;
      start.lastIndex = from;
      const match = start.exec(this.text);
      this.readText(from, match?.index ?? this.text.length, open);
      if (match === null) break;
      const [all, doubled, name] = match as unknown as [string, string, string];
      this.at = match.index + all.length;
      // Two signs stand for the sign itself.
      if (doubled !== "") continue;
      this.readExpression(match.index, name, all.startsWith("@{"));
      this.readSurplus(name, open);
    }
    this.problems.sort((a, b) => a.offset - b.offset);
    return { calls: this.calls, problems: this.problems };
  }

  private readText(from: number, to: number, open: Record<"(" | "{", number>): void {
    const between = this.text.slice(from, to);
    for (const character of between) {
      if (character === "(" || character === "{") open[character]++;
      if (character === ")") open["("] = Math.max(open["("] - 1, 0);
      if (character === "}") open["{"] = Math.max(open["{"] - 1, 0);
    }
    for (const { 0: all, 1: brace = "", 2: name, index } of between.matchAll(unsigned))
      this.problems.push({
        kind: "noSign",
        name: name!,
        offset: from + index + brace.length,
        length: all.length - brace.length - 1,
        repair: { offset: from + index, length: 0, text: "@" },
      });
  }

  private readExpression(offset: number, name: string, isInBraces: boolean): void {
    const call = this.readCall(offset, name, isInBraces, 0);
    if (!isInBraces || call === undefined) return;
    const end = this.text.indexOf("}", this.at);
    if (end >= 0) {
      this.at = end + 1;
      call.length = this.at - offset;
      return;
    }
    this.problems.push({
      kind: "openBrace",
      name,
      offset,
      length: this.at - offset,
      repair: { offset: this.at, length: 0, text: "}" },
    });
  }

  /** Reads on behind the parenthesis that begins the arguments; nothing comes back when they have no end. */
  private readCall(
    offset: number,
    name: string,
    isInBraces: boolean,
    depth: number,
  ): Call | undefined {
    const isNested = depth > 0;
    const known = functionsByName.get(name.toLowerCase());
    const list: Argument[] = [];
    const members: string[] = [];
    const call = { name, function: known, arguments: list, members, isNested, offset, length: 0 };
    this.calls.push(call);
    if (known === undefined)
      this.problems.push({
        kind: "unknownFunction",
        name,
        offset: this.text.indexOf(name, offset),
        length: name.length,
      });
    const isWhole = this.readArguments(offset, name, known, list, depth);
    if (isWhole && list.length === 0 && known !== undefined && takesName.has(known))
      this.problems.push({ kind: "noName", name, offset, length: this.at - offset });
    if (isWhole && (isInBraces || isNested || (known !== undefined && givesJson.has(known)))) {
      for (let match = this.skip(member); match !== undefined; match = this.skip(member))
        members.push(match[1] ?? match[2]?.replaceAll("''", "'") ?? match[3] ?? match[4]!);
      if (this.text[this.at] === "[")
        this.problems.push({
          kind: "openBracket",
          name,
          offset,
          length: this.at + 1 - offset,
        });
    }
    call.length = this.at - offset;
    return isWhole ? call : undefined;
  }

  private readArguments(
    offset: number,
    name: string,
    known: PolicyFunction | undefined,
    list: Argument[],
    depth: number,
  ): boolean {
    const isMissing = (kind: "openParenthesis" | "openQuote", repair?: Replacement) => {
      const length = Math.max(this.at - offset, 1);
      this.problems.push({ kind, name, offset, length, ...(repair && { repair }) });
      return false;
    };
    for (;;) {
      this.skip(space);
      const from = this.at;
      const character = this.text[from];
      if (character === undefined) return isMissing("openParenthesis");
      if (character === ")") {
        this.at++;
        return true;
      }
      const quoted = this.skip(closed);
      const nested =
        quoted === undefined && depth < maximumDepth ? this.skip(nestedStart) : undefined;
      const otherwise =
        quoted === undefined && nested === undefined ? this.skip(otherwiseQuoted) : undefined;
      const isQuote = /['"\u2018\u201c]/.test(character);
      if (nested !== undefined) {
        if (this.readCall(from, nested[1]!, false, depth + 1) === undefined) return false;
        list.push(this.since(from));
      } else if (
        (isQuote && quoted === undefined && otherwise === undefined) ||
        (quoted?.[1]?.includes(")") && !/\s*[,)]/y.test(this.text.slice(this.at)))
      ) {
        // There is no second quote, or it is the first one of what follows.
        const end = this.text.slice(from).search(/[,)]/);
        this.at = end < 0 ? this.text.length : from + end;
        if (end < 0) return isMissing("openQuote");
        const repair = requote(this.since(from), this.text.slice(from + 1, this.at));
        if (this.text[this.at] === ")") this.at++;
        return isMissing("openQuote", repair);
      } else if (quoted !== undefined) {
        list.push({ ...this.since(from), text: quoted[1]!.replaceAll("''", "'") });
      } else if (otherwise !== undefined) {
        const text = otherwise[1] ?? otherwise[2] ?? otherwise[3] ?? "";
        const place = this.since(from);
        list.push({ ...place, text });
        if (known !== "environmentVariables" || character !== '"')
          this.problems.push({ kind: "wrongQuotes", name, ...place, repair: requote(place, text) });
      } else {
        const end = this.text.slice(from).search(/[,)]/);
        this.at = end < 0 ? this.text.length : from + end;
        if (end < 0) return isMissing("openParenthesis");
        const place = this.since(from);
        list.push(place);
        const value = this.text.slice(from, this.at).trim();
        if (known !== undefined && !/^(?:-?\d+(?:\.\d+)?|true|false|null|)$/.test(value))
          this.problems.push({
            kind: "unquoted",
            name,
            ...place,
            repair: requote(place, value.replace(/['"]$/, "")),
          });
      }
      const after = this.at;
      this.skip(space);
      const next = this.text[this.at];
      if (next === ",") this.at++;
      else if (next !== ")") {
        this.at = after;
        return isMissing("openParenthesis", { offset: after, length: 0, text: ")" });
      }
    }
  }

  /** What closes more than was opened, right behind an expression. */
  private readSurplus(name: string, open: Record<"(" | "{", number>): void {
    const next = this.text[this.at];
    const kind =
      next === ")" && open["("] === 0
        ? "surplusParenthesis"
        : next === "}" && open["{"] === 0
          ? "surplusBrace"
          : undefined;
    if (kind === undefined) return;
    const place = { offset: this.at, length: 1 };
    this.problems.push({ kind, name, ...place, repair: { ...place, text: "" } });
    this.at++;
  }

  /** Moves behind what stands here, when it does. */
  private skip(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null || match[0] === "") return undefined;
    this.at = pattern.lastIndex;
    return match;
  }

  private since(from: number): Stretch {
    return { offset: from, length: this.at - from };
  }
}
