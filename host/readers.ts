import { readFile } from "node:fs/promises";
import type { FileKind, Readers } from "../connector/connector.js";
import { packageFile } from "./packageFile.js";

/** Reads each kind of file that is no JSON. */
const loaders: { [Reader in keyof Readers]-?: () => Promise<NonNullable<Readers[Reader]>> } = {
  async script() {
    const { scriptReader } = await import("../connector/readScript.js");
    return scriptReader(await readFile(packageFile("host", "grammar", "c-sharp.wasm")));
  },
  icon: async () => (await import("../connector/readIcon.js")).readIcon,
  markdown: async () => (await import("../connector/readMarkdown.js")).readMarkdown,
};

const readerOf: Partial<Record<FileKind, keyof Readers>> = {
  script: "script",
  icon: "icon",
  readme: "markdown",
  intro: "markdown",
};

const loaded = new Map<keyof Readers, Promise<unknown>>();

/** The readers that files of some kinds need; each is loaded when the first such file is there. */
export async function readersFor(kinds: Iterable<FileKind>): Promise<Readers> {
  const names = new Set([...kinds].flatMap((kind) => readerOf[kind] ?? []));
  const entries = [...names].map(async (name) => {
    if (!loaded.has(name)) loaded.set(name, loaders[name]().then(remembering as never));
    return [name, await loaded.get(name)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** While another file of a connector is written, this one says the same again and again. */
function remembering<Content extends string | Uint8Array, Model>(
  read: (content: Content) => Model,
): (content: Content) => Model {
  let last: { content: Content; model: Model } | undefined;
  return (content) => {
    if (last === undefined || !isEqual(content, last.content))
      last = { content, model: read(content) };
    return last.model;
  };
}

function isEqual(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return typeof a === "string" || typeof b === "string" ? a === b : Buffer.compare(a, b) === 0;
}
