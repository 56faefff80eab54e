import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CompletionItemKind } from "vscode-languageserver-types";
import { Connector, type ConnectorFile } from "../connector/connector.js";
import type { Node } from "../connector/json.js";
import { readConnector } from "../host/readConnector.js";
import { complete } from "../language/completion.js";
import { Draft, type Place } from "../language/draft.js";
import { applied } from "./completions.js";
import { corpusFolder } from "./corpus.js";
import { able } from "./sight.js";

/** Completion in published connectors: it never throws, and whole blocks leave JSON. */

const sample = join(corpusFolder, "pick60.tsv");
const isThere = existsSync(sample);
if (!isThere)
  console.warn(`Skipped: completion in published connectors, since there is no ${sample}.`);

/** A file as it is while something is written in it. */
function placeIn(connector: Connector, file: ConnectorFile, text: string, offset: number): Place {
  const draft = new Draft(file, text);
  return {
    draft,
    offset,
    sight: {
      connector,
      draft: (each) => (each === file ? draft : new Draft(each)),
      uriOf: (path) => `file://${path}`,
    },
  };
}

/** Objects and arrays of a file, taken evenly from all of it but the root, which is slow to read again. */
function containersOf(file: ConnectorFile, count: number): Node[] {
  const all: Node[] = [];
  const visit = (node: Node | undefined) => {
    if (node === undefined) return;
    if (node.type === "object" || node.type === "array") all.push(node);
    for (const child of node.children ?? []) visit(child as Node);
  };
  for (const child of file.json.root?.children ?? []) visit(child as Node);
  const step = Math.max(1, all.length / count);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, at) => all[Math.floor(at * step)]!,
  );
}

test.runIf(isThere)("published connectors", { timeout: 60_000 }, async () => {
  const folders = readFileSync(sample, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => join(corpusFolder, line.split("\t")[0]!))
    .filter((_, index) => index % 3 === 1);
  let offered = 0;
  let inserted = 0;
  for (const folder of folders) {
    const read = await readConnector(folder);
    const connector = new Connector(read.all, read.profile, {
      ...read.surroundings,
      isTolerant: true,
    });
    for (const file of connector.all.filter(
      ({ isJson, json }) => isJson && json.problems.length === 0,
    ))
      for (const { offset, length } of containersOf(file, file.text.length > 200_000 ? 1 : 4)) {
        const { text } = file;
        const inside = offset + 1;
        const separator = length > 2 && text.slice(inside, offset + length - 1).trim() ? " " : "";
        // At the beginning, in quotes, and with all that follows cut off.
        const items = complete(placeIn(connector, file, text, inside), able);
        for (const written of ['"', '"/x', "x", "\"@{headers('", '"a" '])
          offered += complete(
            placeIn(
              connector,
              file,
              text.slice(0, inside) + written + separator + text.slice(inside),
              inside + written.length,
            ),
            able,
          ).length;
        complete(placeIn(connector, file, text.slice(0, inside), inside), able);
        const place = placeIn(connector, file, text, inside);
        for (const item of items
          .filter(({ kind }) => kind === CompletionItemKind.Snippet)
          .slice(0, 6)) {
          const after = applied(text, place, item);
          expect(() => JSON.parse(after), `${file.path} ${offset} ${item.label}`).not.toThrow();
          inserted++;
        }
        offered += items.length;
      }
  }
  expect(offered).toBeGreaterThan(1_000);
  expect(inserted).toBeGreaterThan(100);
});
