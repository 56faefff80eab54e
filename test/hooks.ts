/**
 * Runs the real pre-commit against a small repository: `npm run test:hooks`.
 *
 * pre-commit installs the hook from the last commit of this repository, as it does for users.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packageFile } from "../host/packageFile.js";
import { clean, faulty, under } from "./connectors.js";

function fail(message: string): never {
  console.error(`test:hooks: ${message}`);
  process.exit(1);
}

for (const [program, remedy] of [
  ["pre-commit", "install it, for example with: apt-get install pre-commit"],
  ["git", "install it, for example with: apt-get install git"],
] as const)
  if (spawnSync(program, ["--version"]).status !== 0) fail(`${program} is missing; ${remedy}`);

const root = packageFile();
const git = (folder: string, ...args: string[]) =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8" }).trim();
const revision = git(root, "rev-parse", "HEAD");
if (git(root, "status", "--porcelain") !== "")
  console.error("test:hooks: What is not committed is not tested.");

const folder = mkdtempSync(join(tmpdir(), "paconn-hooks-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const repository = join(folder, "repository");
const env = { ...process.env, PRE_COMMIT_HOME: join(folder, "home"), SCARF_ANALYTICS: "false" };
for (const name of Object.keys(env))
  if (name.startsWith("GIT_")) delete (env as NodeJS.ProcessEnv)[name];

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(repository, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function commit(message: string): { status: number | null; output: string } {
  git(repository, "add", "-A");
  const { status, stdout, stderr } = spawnSync("git", ["commit", "-m", message], {
    cwd: repository,
    env,
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

function check(what: string, isRight: boolean, output: string): void {
  if (!isRight) fail(`${what}: this is not so.\n${output}`);
  console.log(`ok: ${what}`);
}

mkdirSync(repository);
git(repository, "init", "-q");
git(repository, "config", "user.name", "Contoso");
git(repository, "config", "user.email", "support@contoso.com");
write({
  ".pre-commit-config.yaml": `repos:
  - repo: ${root}
    rev: ${revision}
    hooks:
      - id: paconn-validate
`,
  "readme.md": "Connectors of Contoso\n",
});
const installed = spawnSync("pre-commit", ["install", "--install-hooks"], {
  cwd: repository,
  env,
  encoding: "utf8",
});
check(
  "pre-commit installs the hook from git",
  installed.status === 0,
  installed.stdout + installed.stderr,
);

let result = commit("Begin");
check("a commit without a connector passes", result.status === 0, result.output);

write(under("connectors/invoices", faulty));
result = commit("Add a faulty connector");
check("a faulty commit is stopped", result.status === 1, result.output);
check(
  "the findings are shown, once",
  result.output.split("GET /invoices/{id} has no operationId.").length === 2,
  result.output,
);

write(under("connectors/invoices", clean));
result = commit("Add a connector");
check("a clean commit passes", result.status === 0, result.output);

write({ "connectors/invoices/apiDefinition.swagger.json": faulty["apiDefinition.swagger.json"] });
git(repository, "add", "-A");
git(repository, "commit", "-qm", "Break it behind the back of the hook", "--no-verify");
write({
  "connectors/invoices/apiProperties.json": clean["apiProperties.json"].replace(
    "#1b5e20",
    "#1b5e21",
  ),
});
result = commit("Change another file");
check(
  "the whole connector is judged when one of its files changes",
  result.status === 1,
  result.output,
);
