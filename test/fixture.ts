import { PNG } from "pngjs";
import {
  assignNames,
  Connector,
  ConnectorFile,
  type FileKind,
  fileKinds,
  type Profile,
  usualNames,
} from "../connector/connector.js";
import { JsonText } from "../connector/json.js";
import { namedFiles } from "../connector/settings.js";
import { readersFor } from "../host/readers.js";
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
 *   `//root` marks the first character of the file and `//line` the whole line above, for which no carets fit.
 * - `//- name` begins another file.
 * - `//- old/name` begins a file of the version before.
 * - U+FFFD stands for a byte that is not UTF-8.
 * - An icon is told in words: `PNG 230 x 230, #FF8800` is one of a single colour.
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
    const mark = /^(\s*\/\/)(\^+|root|line) ?(.*)$/.exec(line);
    if (mark === null) {
      file.lines.push(line);
      continue;
    }
    const [, indent, carets, message] = mark as unknown as [string, string, string, string];
    const isRoot = carets === "root";
    const above = file.lines.at(-1) ?? "";
    const isLine = carets === "line";
    const start = isRoot || isLine ? 0 : indent.length;
    marks.push({
      name: file.name,
      line: isRoot ? 0 : file.lines.length - 1,
      start,
      end: isRoot ? 1 : isLine ? above.length : start + carets.length,
      message,
    });
  }
  files.push(file);
  return { files: files.map(({ name, lines }) => ({ name, text: lines.join("\n") })), marks };
}

/** The name of the file with which the examples of a rule begin. */
export function firstFileOf(rule: Rule): string {
  return usualNames[nodeKinds[rule.on].files[0]!];
}

const readers = await readersFor(fileKinds);

/** The folder in which the connectors of examples are. */
const folder = "/connector";

export function connectorOf(given: Fixture["files"], profile: Profile = "certified"): Connector {
  const files = given.filter(({ name }) => !name.startsWith(oldFolder));
  const old = given.filter(({ name }) => name.startsWith(oldFolder));
  const names = files.map(({ name }) => name);
  const assigned = assignNames(names);
  return new Connector(
    Object.entries(assigned).map(([kind, name]) => {
      const { text } = files.find((file) => file.name === name)!;
      const content =
        kind === "icon"
          ? iconOf(text)
          : text.includes("\uFFFD")
            ? Buffer.concat(
                text
                  .split("\uFFFD")
                  .flatMap((part, index) => [
                    ...(index > 0 ? [Buffer.from([0xff])] : []),
                    Buffer.from(part),
                  ]),
              )
            : text;
      return new ConnectorFile(kind as FileKind, `${folder}/${name}`, content);
    }),
    profile,
    {
      readers,
      folder: { path: folder, names },
      missing: missingOf(assigned, files),
      ...(old.length > 0 && {
        previous: connectorOf(
          old.map(({ name, text }) => ({ name: name.slice(oldFolder.length), text })),
          profile,
        ),
      }),
    },
  );
}

/** Files of the version before are below this folder. */
const oldFolder = "old/";

/** The kinds of file that the settings name and that are not there. */
function missingOf(
  assigned: Partial<Record<FileKind, string>>,
  files: Fixture["files"],
): FileKind[] {
  const settings = files.find(({ name }) => name === assigned.settings);
  const named = namedFiles(settings && new JsonText(settings.text).value);
  return Object.entries(named).flatMap(([kind, name]) =>
    files.some((file) => file.name === name) ? [] : [kind as FileKind],
  );
}

/** An icon that is told in words: `PNG 230 x 230, #FF8800`; see `readFixture`. */
function iconOf(text: string): Uint8Array {
  const { width, height, color } =
    /^PNG (?<width>\d+) x (?<height>\d+), #(?<color>[\dA-F]{6})/.exec(text)?.groups ?? {};
  if (color === undefined) return Buffer.from(text);
  const image = new PNG({ width: Number(width), height: Number(height) });
  for (let at = 0; at < image.data.length; at += 4)
    image.data.set([...Buffer.from(color, "hex"), 0xff], at);
  return PNG.sync.write(image);
}
