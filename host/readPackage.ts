import { type Archive, namesIn, nestedPath } from "../connector/archive.js";
import { Connector, ConnectorFile, type Profile } from "../connector/connector.js";
import type { JsonText, Part } from "../connector/json.js";
import { CertificationPackage } from "../connector/package.js";
import { child, type Pointer } from "../connector/pointer.js";
import { valueAt } from "../connector/reference.js";
import {
  bareFiles,
  isSolution,
  placeInBareFile,
  type Solution,
  type SolutionConnector,
  type SolutionFileKey,
  solutionOf,
} from "../connector/solution.js";
import type { Range } from "../connector/text.js";
import type { Judgement } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import { readArchive } from "./readArchive.js";
import { readersFor } from "./readers.js";
import type { Judge } from "./ruleset.js";

/** Asks for what a solution has no place for. */
const notInSolutions = /^(?:publisher-present|stack-owner-present|readme-|settings-|folder-)/;

/**
 * Judges a certification package, or a solution by itself: how it is built, and each connector in it by the rules for a folder.
 * @param path where the archive is
 * @param shown how its path is shown
 * @returns the findings, located by the paths from archive to archive
 * @throws UserError when the archive cannot be read
 */
export async function judgeArchive(
  path: string,
  shown: string,
  profile: Profile,
  ruleset: Judge,
): Promise<Judgement & { connectors: number }> {
  const archive = await readArchive(path, shown);
  const { readSolution } = await import("../connector/readSolution.js");
  const judgements: Judgement[] = [];
  const certification = isSolution(archive)
    ? undefined
    : new CertificationPackage(archive, readSolution);
  const solutions = certification?.solutions ?? [solutionOf(archive, [], readSolution)];
  const file = new ConnectorFile("package", path, new Uint8Array());
  const whole = new Connector([file], profile, {
    solutions,
    ...(certification !== undefined && { package: certification }),
  });
  judgements.push(await ruleset.judge(whole, [file]));
  let connectors = 0;
  const judged = new Set<string>();
  for (const solution of solutions)
    for (const connector of solution.parts?.connectors ?? []) {
      const at = (name: string) => nestedPath(path, [...solution.location, name]);
      const judgement = await judgeConnector(solution, connector, at, profile, ruleset);
      // The solution with the flow brings the same connector along, which is told once, but has to be readable there, too.
      if (judged.has(connector.name))
        judgement.findings = judgement.findings.filter(({ rule }) => rule === "json-syntax");
      else connectors++;
      judged.add(connector.name);
      judgements.push(judgement);
    }
  const intro = certification && introOf(archive, path);
  if (intro !== undefined) {
    const readers = await readersFor(["intro"]);
    judgements.push(await ruleset.judge(new Connector([intro], profile, { readers }), [intro]));
  }
  return {
    findings: judgements.flatMap(({ findings }) =>
      findings.map((each) => ({ ...each, fix: undefined })),
    ),
    failures: judgements.flatMap(({ failures }) => failures),
    connectors,
  };
}

function introOf(archive: Archive, path: string): ConnectorFile | undefined {
  const [name] = namesIn(archive, "", ".md");
  const content = name === undefined ? undefined : archive.files.get(name)?.content;
  return name === undefined || content === undefined
    ? undefined
    : new ConnectorFile("intro", nestedPath(path, [name]), content);
}

/** A connector in a solution, judged as if it lay in a folder; what is found is located in the files of the solution. */
async function judgeConnector(
  { archive }: Solution,
  connector: SolutionConnector,
  at: (name: string) => string,
  profile: Profile,
  ruleset: Judge,
): Promise<Judgement> {
  const contentOf = (key: SolutionFileKey) => {
    const name = connector.files[key];
    const content = name === undefined ? undefined : archive.files.get(name)?.content;
    return name === undefined || content === undefined ? undefined : { path: at(name), content };
  };
  const files: ConnectorFile[] = [];
  for (const [kind, key] of [
    ["apiDefinition", "openapidefinition"],
    ["script", "customcodeblobcontent"],
    ["icon", "iconblob"],
  ] as const) {
    const found = contentOf(key);
    if (found !== undefined) files.push(new ConnectorFile(kind, found.path, found.content));
  }
  const bare = new Map<Pointer, BarePlace>();
  const broken: ConnectorFile[] = [];
  const properties: Record<string, unknown> = {};
  if (connector.iconBrandColor !== undefined) properties.iconBrandColor = connector.iconBrandColor;
  for (const { file, key } of bareFiles) {
    const found = contentOf(file);
    if (found === undefined) continue;
    const own = new ConnectorFile("apiProperties", found.path, found.content);
    // A connector without policies has `null` there, or nothing; one without parameters has `{}`.
    if (own.text.trim() === "" && file !== "connectionparameters") continue;
    const { json } = own;
    const at = placeInBareFile(json.value, key);
    const value = valueAt(json.value, at);
    if (!json.isComplete) broken.push(own);
    else if (value !== undefined && value !== null) {
      properties[key] = value;
      bare.set(child("/properties", key), { file: own, at });
    }
  }
  const wrapped = new ConnectorFile(
    "apiProperties",
    at("customizations.xml"),
    JSON.stringify({ properties }, null, 2),
  );
  files.push(wrapped);
  const readers = await readersFor(files.map(({ kind }) => kind));
  const judgement = await ruleset.judge(new Connector(files, profile, { readers }), files);
  const faults = await Promise.all(
    broken.map((file) => ruleset.judge(new Connector([file], profile), [file])),
  );
  return {
    findings: [
      ...judgement.findings
        .filter(({ rule }) => !notInSolutions.test(rule))
        .map((finding) => inBareFile(finding, wrapped, bare)),
      ...faults.flatMap(({ findings }) => findings.filter(({ rule }) => rule.startsWith("json-"))),
    ],
    failures: judgement.failures,
  };
}

/** A file of the solution, and where in it the value is that was taken from it. */
interface BarePlace {
  file: ConnectorFile;
  at: Pointer;
}

/** A finding in what was put together, with the place in the file that it came from. */
function inBareFile(
  finding: Finding,
  wrapped: ConnectorFile,
  bare: ReadonlyMap<Pointer, BarePlace>,
): Finding {
  const placed = <Place extends { path: string; pointer: Pointer; range: Range }>(
    place: Place,
  ): Place => {
    if (place.path !== wrapped.path) return place;
    for (const [prefix, { file, at }] of bare) {
      if (place.pointer !== prefix && !place.pointer.startsWith(`${prefix}/`)) continue;
      const pointer = at + place.pointer.slice(prefix.length);
      return { ...place, path: file.path, pointer, range: rangeIn(file.json, pointer) };
    }
    // What is told of the whole, or of the color, stands in the description of the solution.
    return { ...place, pointer: "", range: start };
  };
  return { ...placed(finding), related: finding.related.map(placed) };
}

function rangeIn(json: JsonText, pointer: Pointer): Range {
  const part: Part = json.isContainer(pointer) ? "key" : "value";
  return json.range(pointer, part);
}

const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
