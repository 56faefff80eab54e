import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { packageFile } from "../host/packageFile.js";
import { faulty } from "./connectors.js";
import { folderWith } from "./terminal.js";

const spectral = packageFile("bench/node_modules/@stoplight/spectral-cli/dist/index.js");
const isThere = existsSync(spectral);
if (!isThere)
  console.warn("Skipped: the stock Spectral, since it is not installed (npm --prefix bench ci).");

const own = "operation-id-required";

test.skipIf(!isThere).each([
  [".spectral.yaml", "extends: paconn"],
  [".spectral.yaml", "extends: [paconn/certified]"],
  [".spectral.yaml", "extends: [[paconn/custom, recommended]]"],
  [".spectral.yaml", "extends: paconn/independent-publisher"],
  [".spectral.js", 'import paconn from "paconn"; export default { extends: [paconn] };'],
  [".spectral.mjs", 'import paconn from "paconn/certified"; export default { extends: [paconn] };'],
  [".spectral.js", 'module.exports = { extends: [require("paconn/certified")] };'],
])("the stock Spectral runs our rules: %s with %s", { timeout: 60_000 }, async (name, text) => {
  const folder = folderWith({ ...faulty, [name]: text });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(packageFile(), join(folder, "node_modules/paconn"));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [spectral, "lint", "-f", "json", "--quiet", "apiDefinition.swagger.json"],
    { cwd: folder, env: { ...process.env, SCARF_ANALYTICS: "false" } },
  ).catch((error: { stdout: string }) => error);
  const results = JSON.parse(stdout.slice(stdout.indexOf("[")));
  const found = results.filter(({ severity }: { severity: number }) => severity <= 1);
  expect(
    found.map(({ code, message, path }: Record<string, unknown>) => ({ code, message, path })),
  ).toEqual([
    {
      code: own,
      message: "GET /invoices/{id} has no operationId.",
      path: ["paths", "/invoices/{id}", "get"],
    },
  ]);
});

test("the published rulesets import nothing", () => {
  for (const name of ["paconn", "certified", "independent-publisher", "custom"]) {
    const code = `import("./dist/rulesets/${name}.js").then(({ default: ruleset }) => console.log(Object.keys(ruleset.rules).length))`;
    const count = execFileSync(process.execPath, ["-e", code], {
      cwd: packageFile(),
      encoding: "utf8",
    });
    expect(Number(count)).toBeGreaterThan(0);
  }
});
