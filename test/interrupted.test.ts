import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFile } from "../host/packageFile.js";
import { finishWriting } from "../host/writeTogether.js";
import { environment, maker } from "./service/powerApps.js";
import { userOf } from "./service/user.js";

const id = "shared_contoso-5f0123456789abcdef";
const program = [packageFile("dist", "paconn.js")];

/** A definition, properties and a script that all tell which version they are. */
function version(number: number) {
  const filling = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`key${index}`, number]),
  );
  return {
    definition: JSON.stringify({ swagger: "2.0", info: { title: `V${number}` }, filling }),
    properties: { publisher: `V${number}` },
    script: Buffer.from(`// V${number}\n${"x".repeat(200_000)}`),
  };
}

/** The versions that the files in a folder are of; throws when one is not whole. */
function versionsIn(folder: string): number[] {
  const definition = JSON.parse(readFileSync(join(folder, "apiDefinition.swagger.json"), "utf8"));
  const properties = JSON.parse(readFileSync(join(folder, "apiProperties.json"), "utf8"));
  const script = readFileSync(join(folder, "script.csx"), "utf8");
  expect(script).toHaveLength(200_000 + script.indexOf("\n") + 1);
  expect(Object.keys(definition.filling)).toHaveLength(2_000);
  return [
    definition.info.title,
    properties.properties.publisher,
    script.split("\n")[0]!.slice(3),
  ].map((each) => Number(String(each).slice(1)));
}

test("downloads that are killed, fifty times: all files are of one version, and none is cut", async () => {
  const { service, folder, env, addresses } = await userOf();
  const first = version(0);
  service.put(id, first.definition, first.properties, maker, { script: first.script });
  const at = join(folder, id);
  const download = () =>
    spawn(
      process.execPath,
      [...program, "download", "-e", environment, "-c", id, "-d", at, "-w", ...addresses],
      { env: { ...process.env, ...env }, stdio: "ignore" },
    );
  const since = performance.now();
  expect(await new Promise((resolve) => download().once("exit", resolve))).toBe(0);
  let duration = performance.now() - since;
  let current = 0;
  let killed = 0;
  for (let round = 1; round <= 50; round++) {
    const next = version(round);
    service.change(id, (connector) => {
      connector.definition = next.definition;
      connector.properties.set("publisher", `V${round}`);
      connector.script = next.script;
    });
    const began = performance.now();
    const child = download();
    const exit = new Promise<string | null>((resolve) =>
      child.once("exit", (_, signal) => resolve(signal)),
    );
    // Most of the time goes by before anything is written, so the later half gets more of the rounds.
    const delay = duration * (round % 3 === 0 ? Math.random() : 0.5 + 0.5 * Math.random());
    const timer = setTimeout(() => child.kill("SIGKILL"), delay);
    if ((await exit) === "SIGKILL") killed++;
    // How long one takes is learned from those that end by themselves, since machines are not always as busy.
    else duration = performance.now() - began;
    clearTimeout(timer);
    // Each file is whole whenever it was; what was begun to be moved is moved by whoever comes next.
    versionsIn(at);
    finishWriting(at);
    const [now, ...others] = versionsIn(at);
    expect(others).toEqual([now, now]);
    expect([current, round]).toContain(now);
    current = now!;
  }
  expect(killed).toBeGreaterThan(10);
  const child = download();
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  expect(versionsIn(at)).toEqual([50, 50, 50]);
}, 120_000);

test("Ctrl-C in the middle of a request: 130, and nothing is left", async () => {
  const { service, folder, env, addresses } = await userOf();
  const first = version(0);
  service.put(id, first.definition, first.properties, maker);
  service.inject(/GET .*original/, { hang: true });
  const child = spawn(
    process.execPath,
    [...program, "download", "-e", environment, "-c", id, ...addresses],
    { cwd: folder, env: { ...process.env, ...env }, stdio: "ignore" },
  );
  const exit = new Promise((resolve) => child.once("exit", resolve));
  while (!service.calls.includes("GET original.json"))
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGINT");
  expect(await exit).toBe(130);
  expect(readdirSync(folder)).toEqual([".git"]);
}, 60_000);

const script = spawnSync("script", ["--version"]).status === 0;
if (!script)
  console.warn("Skipped: Ctrl-C at a prompt of a real terminal, since `script` is not installed.");

test.skipIf(!script)(
  "Ctrl-C at a prompt of a real terminal: 130, and nothing is left",
  async () => {
    const { service, folder, home, env, addresses } = await userOf();
    const command = [process.execPath, ...program, "download", ...addresses].join(" ");
    const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
      cwd: folder,
      env: { ...process.env, ...env, CI: "" },
    });
    let shown = "";
    let isTyped = false;
    child.stdout.on("data", (chunk) => {
      shown += chunk;
      if (isTyped || !shown.includes("Sandbox")) return;
      // Once: the terminal shows what is typed.
      isTyped = true;
      child.stdin.write("\u0003");
    });
    expect(await new Promise((resolve) => child.once("exit", resolve)), shown).toBe(130);
    expect(service.calls).toEqual(["GET environments", "GET environments"]);
    expect(readdirSync(folder)).toEqual([".git"]);
    expect(existsSync(join(home, "state", "paconn", "accounts.json.lock"))).toBe(false);
  },
  60_000,
);
