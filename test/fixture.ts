import { PNG } from "pngjs";
import type { Archive, ArchivedFile } from "../connector/archive.js";
import {
  assignNames,
  Connector,
  ConnectorFile,
  type FileKind,
  type FolderFileKind,
  fileKinds,
  type Profile,
  usualNames,
} from "../connector/connector.js";
import { JsonText } from "../connector/json.js";
import { appendTo } from "../connector/keep.js";
import { CertificationPackage } from "../connector/package.js";
import { readSolution } from "../connector/readSolution.js";
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
 * - A package is told by the paths in it, one for each line: `package.zip > PkgAssets/flow.zip > solution.xml = <xml/>`;
 *   `//in certification.zip > package.zip: …` marks one.
 * - `//missing name` marks a file that is not there.
 * - `//- name` begins another file.
 * - `//- old/name` begins a file of the version before.
 * - U+FFFD stands for a byte that is not UTF-8.
 * - An icon is told in words: `PNG 230 x 230, #FF8800` is one of a single color; `, transparent`, `, logo 60 %` and
 *   `, 1200000 bytes` may follow.
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
    const inside = /^\/\/in (.+?): (.+)$/.exec(line);
    if (inside !== null) {
      marks.push({ name: inside[1]!, line: 0, start: 0, end: 1, message: inside[2]! });
      continue;
    }
    const missing = /^\/\/missing (\S+) (.+)$/.exec(line);
    if (missing !== null) {
      marks.push({ name: missing[1]!, line: 0, start: 0, end: 1, message: missing[2]! });
      continue;
    }
    const mark = /^(\s*\/\/)(\^+|root|line) ?(.*)$/.exec(line);
    if (mark === null) {
      file.lines.push(line);
      continue;
    }
    const [, indent, carets, message] = mark as unknown as [string, string, string, string];
    const isRoot = carets === "root";
    const isLine = carets === "line";
    const start = isRoot || isLine ? 0 : indent.length;
    const end = isRoot ? 1 : isLine ? file.lines.at(-1)!.length : start + carets.length;
    marks.push({
      name: file.name,
      line: isRoot ? 0 : file.lines.length - 1,
      start,
      end,
      message,
    });
  }
  files.push(file);
  return { files: files.map(({ name, lines }) => ({ name, text: lines.join("\n") })), marks };
}

/** The name of the file with which the examples of a rule begin. */
export function firstFileOf(rule: Rule): string {
  const [kind] = nodeKinds[rule.on].files;
  return kind === "package" ? packageName : usualNames[kind!];
}

const packageName = "certification.zip";

const readers = await readersFor(fileKinds);

/** The folder in which the connectors of examples are. */
const folder = "/connector";

export function connectorOf(given: Fixture["files"], profile: Profile = "certified"): Connector {
  const outer = given.find(({ name }) => name === packageName);
  if (outer !== undefined) {
    const certification = new CertificationPackage(archiveOf(outer.text.split("\n")), readSolution);
    return new Connector(
      [new ConnectorFile("package", `${folder}/${packageName}`, new Uint8Array())],
      profile,
      { package: certification, solutions: certification.solutions },
    );
  }
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

/** An archive that is told by the paths in it. */
function archiveOf(lines: readonly string[]): Archive {
  const files = new Map<string, ArchivedFile>();
  const nested = new Map<string, string[]>();
  for (const line of lines) {
    const [, path, deeper, text = ""] = /^(.+?)(?: > (.*)| = (.*))?$/.exec(line) ?? [];
    if (path === undefined) continue;
    if (deeper !== undefined) appendTo(nested, path, deeper);
    else files.set(path, { size: text.length, content: Buffer.from(text) });
  }
  for (const [path, within] of nested) files.set(path, { size: 0, archive: archiveOf(within) });
  const folders = new Set(
    [...files.keys()].flatMap((path) => (path.includes("/") ? [path.split("/")[0]!] : [])),
  );
  return { files, folders: [...folders] };
}

/** Files of the version before are below this folder. */
const oldFolder = "old/";

/** The kinds of file that the settings name and that are not there. */
function missingOf(
  assigned: Partial<Record<FileKind, string>>,
  files: Fixture["files"],
): FolderFileKind[] {
  const settings = files.find(({ name }) => name === assigned.settings);
  const named = namedFiles(settings && new JsonText(settings.text).value);
  return Object.entries(named).flatMap(([kind, name]) =>
    files.some((file) => file.name === name) ? [] : [kind as FolderFileKind],
  );
}

/** An icon that is told in words; see `readFixture`. */
function iconOf(text: string): Uint8Array {
  const {
    width,
    height,
    color,
    more = "",
  } = /^PNG (?<width>\d+) x (?<height>\d+), #(?<color>[\dA-F]{6})(?<more>.*)/.exec(text)?.groups ??
  {};
  if (color === undefined) return Buffer.from(text);
  const image = new PNG({ width: Number(width), height: Number(height) });
  const logo = Number(/logo (\d+) %/.exec(more)?.[1] ?? 0) / 100;
  const alpha = more.includes("transparent") ? 0 : 0xff;
  const isInside = (at: number, length: number) =>
    Math.abs(at + 0.5 - length / 2) < (logo * length) / 2;
  for (let at = 0; at < image.data.length; at += 4) {
    const [x, y] = [(at / 4) % image.width, Math.floor(at / 4 / image.width)];
    const isLogo = isInside(x, image.width) && isInside(y, image.height);
    image.data.set([...Buffer.from(isLogo ? "000000" : color, "hex"), alpha], at);
  }
  const content = PNG.sync.write(image);
  const bytes = Number(/(\d+) bytes/.exec(more)?.[1] ?? 0);
  return Buffer.concat([content, Buffer.alloc(Math.max(bytes - content.length, 0))]);
}
