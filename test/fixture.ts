import {
  assignNames,
  Connector,
  ConnectorFile,
  type FileKind,
  type Profile,
} from "../connector/connector.js";
import { nodeKinds } from "../rulesets/nodes.js";
import type { Rule } from "../rulesets/rule.js";

/**
 * A connector written as one text.
 *
 *     {
 *       "host": "https://api.contoso.com"
 *             //^^^^^^^^^^^^^^^^^^^^^^^^^ The message that is expected here.
 *     }
 *     //- apiProperties.json
 *     { "properties": {} }
 *
 * - A line of `//` and carets marks the part of the line above that is underlined, and its message.
 *   `//root` marks the first character of the file, for which no carets fit.
 * - `//- name` begins another file.
 * - U+FFFD stands for a byte that is not UTF-8.
 */
export interface Fixture {
  files: { name: string; text: string }[];
  marks: Mark[];
}

export interface Mark {
  name: string;
  line: number;
  start: number;
  end: number;
  message: string;
}

export function readFixture(text: string, firstName: string): Fixture {
  const files: { name: string; lines: string[] }[] = [];
  const marks: Mark[] = [];
  let file = { name: firstName, lines: [] as string[] };
  const lines = text.replace(/^\n/, "").split("\n");
  for (const [index, line] of lines.entries()) {
    const next = /^\/\/- (.+)$/.exec(line);
    if (next !== null) {
      if (index > 0) files.push(file);
      file = { name: next[1]!.trim(), lines: [] };
      continue;
    }
    const mark = /^(\s*\/\/)(\^+|root) ?(.*)$/.exec(line);
    if (mark === null) {
      file.lines.push(line);
      continue;
    }
    const [, indent, carets, message] = mark as unknown as [string, string, string, string];
    const isRoot = carets === "root";
    const start = isRoot ? 0 : indent.length;
    marks.push({
      name: file.name,
      line: isRoot ? 0 : file.lines.length - 1,
      start,
      end: isRoot ? 1 : start + carets.length,
      message,
    });
  }
  files.push(file);
  return { files: files.map(({ name, lines }) => ({ name, text: lines.join("\n") })), marks };
}

/** The name of the file with which the examples of a rule begin. */
export function firstFileOf(rule: Rule): string {
  return nodeKinds[rule.on].file === "apiProperties"
    ? "apiProperties.json"
    : "apiDefinition.swagger.json";
}

export function connectorOf(files: Fixture["files"], profile: Profile = "certified"): Connector {
  const assigned = assignNames(files.map(({ name }) => name));
  return new Connector(
    Object.entries(assigned).map(([kind, name]) => {
      const { text } = files.find((file) => file.name === name)!;
      const content = text.includes("\uFFFD")
        ? Buffer.concat(
            text
              .split("\uFFFD")
              .flatMap((part, index) => [
                ...(index > 0 ? [Buffer.from([0xff])] : []),
                Buffer.from(part),
              ]),
          )
        : text;
      return new ConnectorFile(kind as FileKind, `/connector/${name}`, content);
    }),
    profile,
  );
}
