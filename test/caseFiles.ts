import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PNG } from "pngjs";
import { applyPatch, type Operation as PatchOperation } from "rfc6902";
import { expect } from "vitest";
import {
  Connector,
  ConnectorFile,
  type FolderFileKind,
  fileKinds,
  profileOf,
  usualNames,
} from "../connector/connector.js";
import { readersFor } from "../host/readers.js";
import { corpusFolder } from "./corpus.js";

export { corpusFolder };

const folder = join(dirname(corpusFolder), "cases");

export interface Document {
  base: string;
  patch: PatchOperation[];
}

export interface Case {
  id: string;
  kind: "validator" | "reviewer";
  certainty: "sure" | "likely";
  topic: string;
  folder?: string;
  bad: Document;
  good?: Document;
  /** The version before, where two are compared. */
  old?: Document;
  expectNotFindings?: { topicWords?: string[]; file: string; pointers: string[] }[];
  expect: {
    codes: string[];
    topicWords?: string[];
    file: string;
    pointers: string[];
    severity?: string;
    alternatives?: { file: string; pointers: string[] }[];
  }[];
  expectNot?: string[];
}

const readers = await readersFor(fileKinds);

/** The connector of a case, as if it lay in a folder of Microsoft's repository. */
export function connectorOfCase(
  { base, patch }: Document,
  at = "certified-connectors/X",
): Connector {
  const name = base.startsWith("base-") ? base : `base-${base}`;
  const document = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  expect(applyPatch(document, patch).filter((error) => error !== null)).toEqual([]);
  const nameOf = (kind: FolderFileKind): string => document.fileNames?.[kind] ?? usualNames[kind];
  const file = (kind: FolderFileKind, content: Uint8Array | string) =>
    new ConnectorFile(kind, `/${at}/${nameOf(kind)}`, content);
  const files = (
    ["apiDefinition", "apiProperties", "settings", "script", "readme", "intro"] as const
  ).flatMap((kind) => {
    const raw = document.raw?.[kind];
    if (raw === undefined && document[kind] === undefined) return [];
    const written =
      raw ??
      (typeof document[kind] === "string"
        ? document[kind]
        : JSON.stringify(document[kind], null, 2));
    const repeated = kind === "script" ? document.scriptRepeat : undefined;
    const text = written + (repeated?.text.repeat(repeated.times) ?? "");
    const encoding = document.rawEncoding?.[kind];
    const content =
      encoding === "latin1"
        ? Buffer.from(text, "latin1")
        : encoding === "utf16le-bom"
          ? Buffer.from(`\uFEFF${text}`, "utf16le")
          : Buffer.from(text);
    return [file(kind, content)];
  });
  if (document.icon !== undefined)
    files.push(file("icon", iconOf(document.icon, document.apiProperties)));
  const names = [...files.map((each) => each.name), ...Object.keys(document.extraFiles ?? {})];
  return new Connector(files, profileOf(at), { readers, folder: { path: `/${at}`, names } });
}

interface IconInWords {
  width?: number;
  height?: number;
  format?: "png" | "jpeg";
  transparent?: boolean;
  bytes?: number;
  background?: string;
}

function iconOf(icon: IconInWords, properties: unknown): Uint8Array {
  const { width = 230, height = 230, format = "png", transparent = false, bytes } = icon;
  if (bytes === 0) return new Uint8Array();
  const brand = (properties as { properties?: { iconBrandColor?: string } } | undefined)?.properties
    ?.iconBrandColor;
  const color = Buffer.from((icon.background ?? brand ?? "#336699").slice(1), "hex");
  const image = new PNG({ width, height });
  for (let at = 0; at < image.data.length; at += 4) {
    // A white square in the middle stands for the logo.
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    const isLogo = x > width * 0.3 && x < width * 0.7 && y > height * 0.3 && y < height * 0.7;
    image.data.set(isLogo ? [255, 255, 255, 255] : [...color, transparent ? 0 : 255], at);
  }
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const content = format === "jpeg" ? Buffer.from(jpeg) : PNG.sync.write(image);
  return bytes === undefined || bytes <= content.length
    ? content
    : Buffer.concat([content, Buffer.alloc(bytes - content.length)]);
}

/** The place that is asked for, one level above it, or anything below it. */
export function isAt(pointer: string, wanted: string): boolean {
  return (
    wanted === "" ||
    pointer === wanted ||
    pointer.startsWith(`${wanted}/`) ||
    wanted.slice(0, wanted.lastIndexOf("/")) === pointer
  );
}
