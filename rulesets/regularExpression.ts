/**
 * What makes a pattern no regular expression, in words, when neither JavaScript nor .NET, in which the
 * platform evaluates patterns, takes it. Silent in doubt: where the two differ, either will do.
 */
export function patternProblem(pattern: string): string | undefined {
  // Nobody means a longer one, and engines have limits of their own.
  if (pattern.length > 10_000) return undefined;
  if (compiles(pattern) || compiles(pattern, "u")) return undefined;
  const translated = withoutDotNet(pattern);
  if (translated === undefined) return undefined;
  if (typeof translated === "object") return translated.problem;
  return problemOf(translated);
}

function compiles(pattern: string, flags = ""): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** The engine's reasons, in our words. Any other reason is one that only the engine has. */
const reasons: readonly [RegExp, string][] = [
  [/Unterminated group/, "a parenthesis is not closed"],
  [/Unmatched '\)'/, "a parenthesis is closed that was not opened"],
  [/Unterminated character class/, "a bracket is not closed"],
  [/Nothing to repeat/, "a quantifier follows nothing that it can repeat"],
  [/Range out of order in character class/, "a range in brackets runs backwards"],
  [/numbers out of order/, "the numbers of a quantifier run backwards"],
  [/\\ at end of pattern/, "it ends with a single backslash"],
];

function problemOf(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    // The text begins with the pattern, which may hold anything.
    const reason = message.slice(message.lastIndexOf("/"));
    return reasons.find(([engine]) => engine.test(reason))?.[1];
  }
}

/**
 * The pattern with everything that only .NET knows replaced by something as simple that JavaScript
 * knows too; `undefined` when that cannot be done.
 */
function withoutDotNet(pattern: string): string | { problem: string } | undefined {
  let result = "";
  for (let at = 0; at < pattern.length; ) {
    const rest = (expression: RegExp) => {
      expression.lastIndex = at;
      return expression.exec(pattern);
    };
    const character = pattern[at]!;
    if (character === "\\") {
      const escaped = rest(/\\(?:[pP]\{\w[\w-]*\}|k(?:<[^>]*>|'[^']*')|[\s\S])/y)?.[0];
      if (escaped === undefined) return `${result}\\`;
      // An anchor may be repeated in .NET, as a group may everywhere.
      result += /^\\[AZzGbB]$/.test(escaped) ? "(?:)" : "a";
      at += escaped.length;
    } else if (character === "[") {
      const set = readSet(pattern, at);
      if (set === undefined) return { problem: "a bracket is not closed" };
      result += set.text;
      at = set.end;
    } else if (character === "^" || character === "$") {
      result += "(?:)";
      at++;
    } else if (character === "(" && pattern[at + 1] === "?") {
      const options = rest(/\(\?[imnsx-]+([:)])/y);
      const start = rest(/\(\?(?:[:=!>]|<[=!]|<[\w-]+>|'[\w-]+')/y);
      if (options !== null) {
        // Then blanks and comments mean nothing.
        if (options[0].includes("x")) return undefined;
        result += options[1] === ":" ? "(?:" : "";
        at += options[0].length;
      } else if (start !== null) {
        result += "(?:";
        at += start[0].length;
      } else if (pattern[at + 2] === "(") {
        // The condition is a group of its own.
        result += "(?:";
        at += 2;
      } else if (pattern[at + 2] === "#") {
        const end = pattern.indexOf(")", at);
        if (end < 0) return { problem: "a comment is not closed" };
        at = end + 1;
      } else {
        const begin = pattern.slice(at, at + 4);
        return { problem: `nothing is known that begins with ${begin}` };
      }
    } else {
      result += character;
      at++;
    }
  }
  return result;
}

/** A set in brackets, whose first bracket may stand for itself, and which may end with another set. */
function readSet(pattern: string, start: number): { text: string; end: number } | undefined {
  let depth = 0;
  let isPlain = true;
  for (let at = start; at < pattern.length; ) {
    const character = pattern[at]!;
    if (character === "\\") {
      isPlain = false;
      at += 2;
    } else if (character === "[" && (depth === 0 || pattern[at - 1] === "-")) {
      depth++;
      at++;
      if (pattern[at] === "^") at++;
      if (pattern[at] === "]") at++;
      if (depth > 1 || pattern[at - 1] === "]") isPlain = false;
    } else if (character === "]") {
      depth--;
      at++;
      if (depth === 0) return { text: isPlain ? pattern.slice(start, at) : "a", end: at };
    } else at++;
  }
  return undefined;
}
