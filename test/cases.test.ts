import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyPatch, type Operation as PatchOperation } from "rfc6902";
import { afterAll, describe, expect, test } from "vitest";
import {
  Connector,
  ConnectorFile,
  type FileKind,
  profileOf,
  usualNames,
} from "../connector/connector.js";
import { judge } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import { corpusFolder } from "./corpus.js";

/**
 * Faults that Microsoft's validator or reviewers reported in public, as patches on clean
 * connectors: each must be found with its code, at its place, and not in the corrected document.
 */
const folder = join(dirname(corpusFolder), "cases");

interface Document {
  base: string;
  patch: PatchOperation[];
}

interface Case {
  id: string;
  kind: "validator" | "reviewer";
  certainty: "sure" | "likely";
  topic: string;
  folder?: string;
  bad: Document;
  good?: Document;
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

/** Cases that are not found, and why. */
const notFound: Record<string, string> = {
  "gt-044-policy-title-unique": "needs the titles of all published connectors",
  "gt-107-empty-definitions": "its rule is off, since most accepted connectors have such sections",
  "gt-108-english": "would need to guess the language of a text in Latin letters",
};

const isThere = existsSync(folder);
const cases: Case[] = isThere
  ? readFileSync(join(folder, "threads-dev.jsonl"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
  : [];
if (!isThere) console.warn(`Skipped: the cases of public threads, since there is no ${folder}.`);

async function findingsOf(
  { base, patch }: Document,
  at = "certified-connectors/X",
): Promise<Finding[]> {
  const document = JSON.parse(readFileSync(join(folder, `base-${base}.json`), "utf8"));
  expect(applyPatch(document, patch).filter((error) => error !== null)).toEqual([]);
  const name = (kind: FileKind) => document.fileNames?.[kind] ?? usualNames[kind];
  const files = (
    ["apiDefinition", "apiProperties", "settings", "script", "readme"] as const
  ).flatMap((kind) => {
    const raw = document.raw?.[kind];
    if (raw === undefined && document[kind] === undefined) return [];
    const text =
      raw ??
      (typeof document[kind] === "string"
        ? document[kind]
        : JSON.stringify(document[kind], null, 2));
    const encoding = document.rawEncoding?.[kind];
    const content =
      encoding === "latin1"
        ? Buffer.from(text, "latin1")
        : encoding === "utf16le-bom"
          ? Buffer.from(`\uFEFF${text}`, "utf16le")
          : Buffer.from(text);
    return [new ConnectorFile(kind, `/${at}/${name(kind)}`, content)];
  });
  if (document.icon !== undefined) files.push(new ConnectorFile("icon", `/${at}/icon.png`, ""));
  const connector = new Connector(files, profileOf(at));
  const judged = files;
  const { findings, failures } = judge(connector, judged);
  expect(failures).toEqual([]);
  return findings;
}

/** The place that is asked for, one level above it, or anything below it. */
function isAt(pointer: string, wanted: string): boolean {
  return (
    wanted === "" ||
    pointer === wanted ||
    pointer.startsWith(`${wanted}/`) ||
    wanted.slice(0, wanted.lastIndexOf("/")) === pointer
  );
}

/** The cases that were found, for the rates in the end. */
const found = new Set<string>();

afterAll(() => {
  for (const kind of ["validator", "reviewer"] as const)
    for (const certainty of ["sure", "likely"] as const) {
      const all = cases.filter((each) => each.kind === kind && each.certainty === certainty);
      const count = all.filter(({ id }) => found.has(id)).length;
      if (all.length > 0) console.log(`${kind}, ${certainty}: ${count} of ${all.length} found`);
    }
});

describe.skipIf(!isThere)("faults reported in public threads", () => {
  test.each(["clean", "webhook", "dynamic", "b", "b-sets", "b-key"])(
    "nothing is wrong with the clean connector %s",
    async (base) => {
      const at = base === "b-key" ? "independent-publisher-connectors/X" : undefined;
      const found = await findingsOf({ base, patch: [] }, at);
      const told = found.filter(({ severity }) => severity === "error" || severity === "warning");
      expect(told.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`)).toEqual([]);
    },
  );

  test.each(
    cases.filter(({ id }) => !(id in notFound)).map((each) => [each.id, each.topic, each] as const),
  )("%s: %s", async (id, __, each) => {
    const findings = await findingsOf(each.bad, each.folder);
    for (const wanted of each.expect) {
      const places = [
        { file: wanted.file, pointers: wanted.pointers },
        ...(wanted.alternatives ?? []),
      ];
      const fitting = findings.filter(
        ({ rule, message, validatorCode, path, pointer, severity }) =>
          (wanted.codes.length > 0
            ? wanted.codes.includes(validatorCode ?? "")
            : (wanted.topicWords ?? []).some((word) =>
                `${rule} ${message}`.toLowerCase().includes(word.toLowerCase()),
              )) &&
          places.some(
            (place) =>
              path.endsWith(`/${place.file}`) && place.pointers.some((at) => isAt(pointer, at)),
          ) &&
          ((wanted.severity ?? "any") === "any" || severity === wanted.severity),
      );
      expect(
        fitting.length,
        `wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(findings.map(({ rule, validatorCode, pointer, severity }) => ({ rule, validatorCode, pointer, severity })))}`,
      ).toBeGreaterThan(0);
    }
    const good = await findingsOf(each.good ?? { base: each.bad.base, patch: [] }, each.folder);
    const refused = good.filter(({ validatorCode }) =>
      each.expectNot?.includes(validatorCode ?? ""),
    );
    expect(refused.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`)).toEqual(
      [],
    );
    found.add(id);
  });
});
