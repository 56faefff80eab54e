/**
 * Times paconn against other linters on the same files, in one run, and prints medians and ratios:
 * `npm run bench [-- --runs 7]`. Needs `npm --prefix bench ci`.
 *
 * The files are published connectors where they are at hand (`CONNECTOR_CORPUS`), else made from an
 * example.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseTree } from "jsonc-parser";
import { ApiDefinition } from "../connector/apiDefinition.js";
import { Connector, ConnectorFile } from "../connector/connector.js";
import { JsonText } from "../connector/json.js";
import { appendTo } from "../connector/keep.js";
import { packageFile } from "../host/packageFile.js";
import { rules } from "../rulesets/index.js";
import { checkFile, judge } from "../rulesets/judge.js";
import { severityIn } from "../rulesets/rule.js";
import { median, samples, table } from "./samples.js";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    // How the script calls itself: to time one step on one file in a process of its own.
    step: { type: "string" },
    file: { type: "string" },
  },
});
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "paconn-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const tools = {
  "node -e 0": ["-e", "0"],
  paconn: [packageFile("dist/paconn.js"), "validate", "--no-config", "--fail-on", "never"],
  "Spectral CLI": [
    packageFile("bench/node_modules/@stoplight/spectral-cli/dist/index.js"),
    "lint",
    "--quiet",
    "-r",
    join(folder, "oas.yaml"),
  ],
  "Redocly CLI": [packageFile("bench/node_modules/@redocly/cli/bin/cli.js"), "lint"],
};
writeFileSync(join(folder, "oas.yaml"), "extends: spectral:oas\n");
for (const [name, [script]] of Object.entries(tools))
  if (script !== "-e" && !existsSync(script!)) {
    console.error(`bench: ${name} is missing: run npm install and npm --prefix bench ci.`);
    process.exit(1);
  }

/** Whole processes, one of each tool in turn, so that a busy moment meets them all. */
function timeTools(path: string): Record<string, number> {
  const times = new Map<string, number[]>();
  const env = {
    ...process.env,
    SCARF_ANALYTICS: "false",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  for (let run = 0; run < runs; run++)
    for (const [name, args] of Object.entries(tools)) {
      const start = performance.now();
      const { error } = spawnSync(process.execPath, name === "node -e 0" ? args : [...args, path], {
        env,
        cwd: folder,
        maxBuffer: 1e9,
      });
      if (error) throw error;
      appendTo(times, name, performance.now() - start);
    }
  return Object.fromEntries([...times].map(([name, list]) => [name, median(list)]));
}

/** What is timed in one process, by name. */
function stepsFor(path: string): Record<string, () => unknown> {
  const text = readFileSync(path, "utf8");
  const connector = () =>
    new Connector([new ConnectorFile("apiDefinition", path, text)], "certified");
  const model = (definition: ApiDefinition) => {
    return [
      definition.operations.map(
        ({ parameters, responses }) => parameters.length + responses.length,
      ),
      definition.schemas.length,
      definition.schemaGraph.users.size,
      definition.references.length,
      definition.dynamicReferences.length,
    ];
  };
  const ready = connector();
  const file = ready.file("apiDefinition")!;
  const active = rules.filter((rule) => severityIn(rule, "certified") !== undefined);
  const ignore = () => {};
  return {
    "JSON.parse": () => JSON.parse(text),
    parseTree: () => parseTree(text),
    "parse and model": () => model(new ApiDefinition(new JsonText(text).value)),
    "rules alone": () => {
      for (const rule of active) checkFile(rule, ready, file, "certified", ignore, ignore);
    },
    "whole run": () => {
      const fresh = connector();
      return judge(fresh, fresh.all);
    },
  };
}

/** The median of a step, warm. */
function timeStep(step: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < runs + 20; round++) {
    const start = performance.now();
    step();
    // The first rounds warm up.
    if (round >= 20) times.push(performance.now() - start);
  }
  return median(times);
}

/** Each step in a process of its own, so that none pays for what another left behind. */
function timeInProcess(path: string): Record<string, number> {
  const [script] = process.argv.slice(1);
  return Object.fromEntries(
    Object.keys(stepsFor(path)).map((step) => {
      const args = ["--runs", values.runs, "--step", step, "--file", path];
      const { stdout } = spawnSync(process.execPath, [...process.execArgv, script!, ...args], {
        encoding: "utf8",
      });
      return [step, Number(stdout)];
    }),
  );
}

if (values.step !== undefined) {
  console.log(timeStep(stepsFor(values.file!)[values.step]!));
  process.exit();
}

const commandRows: string[][] = [];
const processRows: string[][] = [];
for (const { name, path } of samples(folder)) {
  const commands = timeTools(path);
  const {
    paconn,
    "Spectral CLI": spectral,
    "Redocly CLI": redocly,
  } = commands as Record<string, number>;
  const times = Object.values(commands).map((time) => `${time.toFixed(0)} ms`);
  commandRows.push([
    name,
    ...times,
    (paconn! / spectral!).toFixed(2),
    (paconn! / redocly!).toFixed(2),
  ]);
  const parts = timeInProcess(path);
  const parse = parts["JSON.parse"]!;
  processRows.push([
    name,
    ...Object.values(parts).map((time) => `${time.toFixed(time < 10 ? 2 : 0)} ms`),
    (parts["parse and model"]! / parse).toFixed(1),
  ]);
}
table(`Whole commands, medians of ${runs} runs`, commandRows, [
  "file",
  ...Object.keys(tools),
  "paconn / Spectral",
  "paconn / Redocly",
]);
table(`In process, warm, medians of ${runs} runs`, processRows, [
  "file",
  "JSON.parse",
  "parseTree",
  "parse and model",
  "rules alone",
  "whole run",
  "parse and model / JSON.parse",
]);
