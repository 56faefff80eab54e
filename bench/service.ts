/**
 * Times the commands that talk to the service, as whole processes, against the emulator on loopback:
 * `npm run bench:service`. Where the recordings of Microsoft's paconn are, what it took on the same requests is shown beside it.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFile } from "../host/packageFile.js";
import { EmulatedService, environment, maker, tokenOf } from "../test/service/powerApps.js";

const runs = 15;
const paconn = packageFile("dist", "paconn.js");
const id = "shared_contoso-20invoices-5f1234567890abcdef";
const work = mkdtempSync(join(tmpdir(), "paconn-bench-"));
const service = await new EmulatedService().start();
const definition = readFileSync(
  packageFile("examples", "contoso-invoices", "apiDefinition.swagger.json"),
  "utf8",
);
service.put(id, definition, { iconBrandColor: "#123456" }, maker, {
  icon: Buffer.from("\x89PNG"),
  script: Buffer.from("public class Script : ScriptBase {}"),
});
const env = { ...process.env, PACONN_ACCESS_TOKEN: tokenOf(maker), XDG_STATE_HOME: work };

const remote = ["--pau", service.url, "--flow-url", service.url];
const commands: { name: string; args: string[]; recording?: string; most?: number }[] = [
  { name: "node -e 0", args: ["-e", "0"] },
  { name: "paconn --help", args: [paconn, "--help"], recording: "usage-help", most: 1.6 },
  {
    name: "paconn download",
    args: [paconn, "download", "-e", environment, "-c", id, "-w", "-d", join(work, "d"), ...remote],
    recording: "download-full",
  },
  {
    name: "paconn update",
    args: [
      ...[paconn, "update", "-e", environment, "-c", id, "--no-validate", "--overwrite-newer"],
      ...["-d", "apiDefinition.swagger.json", "-p", "apiProperties.json", ...remote],
    ],
    recording: "update-full",
  },
  { name: "paconn list", args: [paconn, "list", "-e", environment, ...remote] },
];

const times = new Map<string, number[]>(commands.map(({ name }) => [name, []]));
// One after the other in each round, so that a busy moment of the machine hits all of them.
for (let round = 0; round <= runs; round++)
  for (const { name, args } of commands) {
    const time = await timeOf(args);
    // The first round fills the caches.
    if (round > 0) times.get(name)!.push(time);
  }
await service.close();
rmSync(work, { recursive: true, force: true });

const base = median(times.get("node -e 0")!);
console.log(`Medians of ${runs} runs; Python's paconn as recorded, on another day.\n`);
console.log("| command | time | / node -e 0 | Python's paconn | / Python's |");
console.log("|---|---|---|---|---|");
let hasFailed = false;
for (const { name, recording, most } of commands) {
  const time = median(times.get(name)!);
  const theirs = recording === undefined ? undefined : recorded(recording);
  const ratio = time / base;
  console.log(
    `| ${name} | ${time.toFixed(0)} ms | ${ratio.toFixed(2)} | ${theirs === undefined ? "–" : `${theirs} ms`} | ${theirs === undefined ? "–" : (time / theirs).toFixed(2)} |`,
  );
  if (most !== undefined && ratio > most) {
    hasFailed = true;
    console.error(
      `${name} takes ${ratio.toFixed(2)} times as long as node -e 0; it may take ${most}.`,
    );
  }
}
if (hasFailed) process.exitCode = 1;

/** Milliseconds of a process from its start to its end. */
function timeOf(args: string[]): Promise<number> {
  const since = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: packageFile("examples", "contoso-invoices"),
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) =>
    child.on("exit", (code) =>
      code === 0
        ? resolve(performance.now() - since)
        : reject(new Error(`${args.join(" ")} ended with ${code}: ${complaint}`)),
    ),
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Milliseconds that paconn took, when its recordings are here. */
function recorded(name: string): number | undefined {
  const path = packageFile("..", "shared", "paconn", "recordings", `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).durationMs : undefined;
}
