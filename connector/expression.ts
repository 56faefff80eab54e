/** A call in an expression of a policy: `connectionParameters('host')`. Offsets count UTF-16 units of the text. */
export interface ExpressionCall {
  name: string;
  /** The place of the name. */
  offset: number;
  arguments: readonly ExpressionArgument[];
}

export interface ExpressionArgument {
  /** What a literal says; `undefined` for anything that is computed. */
  value: string | undefined;
  /** The place of the text between the quotes, or of the whole argument. */
  offset: number;
  length: number;
}

export interface ExpressionProblem {
  kind: "unclosedCall" | "unclosedBrace" | "unclosedText" | "doubleQuotes" | "unquoted";
  offset: number;
  length: number;
}

export interface Expressions {
  calls: readonly ExpressionCall[];
  problems: readonly ExpressionProblem[];
}

/** The functions that policies may call. */
export const expressionFunctions = [
  "body",
  "connectionParameters",
  "environmentVariables",
  "headers",
  "item",
  "queryParameters",
  "triggerBody",
] as const;

/**
 * Reads the expressions in a text of a policy: `@headers('x')`, `https://@{connectionParameters('host')}/v1`. An `@` that no call
 * follows is text, as in `@odata.nextLink` and `@Request.OriginalHTTPMethod`.
 */
export function readExpressions(text: string): Expressions {
  if (!text.includes("@")) return nothing;
  return new ExpressionReading(text).result;
}

const nothing: Expressions = { calls: [], problems: [] };

class ExpressionReading {
  private readonly calls: ExpressionCall[] = [];
  private readonly problems: ExpressionProblem[] = [];
  private at = 0;

  constructor(private readonly text: string) {
    for (let start = text.indexOf("@"); start >= 0; start = text.indexOf("@", this.at)) {
      this.at = start + 1;
      if (text[this.at] === "{") this.readBraces();
      else if (this.callAhead()) this.readCall();
    }
  }

  get result(): Expressions {
    return { calls: this.calls, problems: this.problems };
  }

  private readBraces(): void {
    const start = this.at - 1;
    this.at++;
    this.skipSpace();
    if (this.callAhead()) this.readCall();
    const end = this.text.indexOf("}", this.at);
    if (end < 0) this.problem("unclosedBrace", start, 2);
    else this.at = end + 1;
  }

  /** The name of a call that begins here. */
  private callAhead(): string | undefined {
    call.lastIndex = this.at;
    return call.exec(this.text)?.[1];
  }

  /** Reads `name(…)` and what follows to get at a part of the result: `.value`, `?['id']`. */
  private readCall(): void {
    const name = this.callAhead()!;
    const offset = this.at;
    const args: ExpressionArgument[] = [];
    this.calls.push({ name, offset, arguments: args });
    this.at = this.text.indexOf("(", offset) + 1;
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] === ")") break;
      if (this.at >= this.text.length) {
        this.problem("unclosedCall", offset, name.length);
        return;
      }
      const argument = this.readArgument(name);
      if (argument === undefined) return;
      args.push(argument);
      this.skipSpace();
      if (this.text[this.at] === ",") this.at++;
      else if (this.text[this.at] !== ")") {
        this.problem("unclosedCall", offset, name.length);
        return;
      }
    }
    this.at++;
    member.lastIndex = this.at;
    this.at += member.exec(this.text)?.[0].length ?? 0;
  }

  private readArgument(name: string): ExpressionArgument | undefined {
    const quote = this.text[this.at];
    if (quote === "'" || quote === '"') return this.readText(quote, name);
    const offset = this.at;
    if (this.callAhead() !== undefined) {
      this.readCall();
      return { value: undefined, offset, length: this.at - offset };
    }
    plain.lastIndex = this.at;
    const [found = ""] = plain.exec(this.text) ?? [];
    this.at += found.length;
    if (found === "") {
      this.problem("unclosedCall", offset, 1);
      return undefined;
    }
    const word = found.trim();
    // Numbers and the like are written without quotes.
    if (!/^(?:-?[\d.]+|true|false|null)$/i.test(word))
      this.problem("unquoted", offset, word.length);
    return { value: undefined, offset, length: word.length };
  }

  private readText(quote: string, name: string): ExpressionArgument | undefined {
    const start = this.at + 1;
    let end = this.text.indexOf(quote, start);
    // A quote within is written twice.
    while (end >= 0 && this.text[end + 1] === quote) end = this.text.indexOf(quote, end + 2);
    if (end < 0) {
      this.problem("unclosedText", this.at, 1);
      this.at = this.text.length;
      return undefined;
    }
    // Microsoft's page on environment variables has these quotes.
    if (quote === '"' && name !== "environmentVariables")
      this.problem("doubleQuotes", this.at, end + 1 - this.at);
    this.at = end + 1;
    const value = this.text.slice(start, end).replaceAll(quote + quote, quote);
    return { value, offset: start, length: end - start };
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
  }

  private problem(kind: ExpressionProblem["kind"], offset: number, length: number): void {
    this.problems.push({ kind, offset, length });
  }
}

const call = /([A-Za-z_]\w*)\s*\(/y;
const member = /(?:\??\.[A-Za-z_@][\w@.]*|\??\[[^\]]*\])*/y;
const plain = /[^,()'"@{}]+/y;
