/** The program as it is shipped, where the bundle hands out libraries otherwise than Node does: those that are loaded late. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { packageFile } from "../host/packageFile.js";
import { folderWith } from "./terminal.js";

function run(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [packageFile("dist/paconn.js"), ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    encoding: "utf8",
  });
}

test("certification packages are read", async () => {
  const folder = folderWith({});
  const [inner, outer] = [new ZipFile(), new ZipFile()];
  inner.addBuffer(Buffer.from("x"), "PkgAssets/readme.txt");
  inner.end();
  outer.addReadStream(inner.outputStream, "package.zip");
  outer.end();
  await once(outer.outputStream.pipe(createWriteStream(join(folder, "p.zip"))), "close");
  const { stdout, stderr, status } = run(["package", "check", "--no-config", "p.zip"], folder);
  expect(stderr).toBe("");
  expect(stdout).toContain("p.zip > package.zip > PkgAssets\n");
  expect(status).toBe(1);
});

test("proxies are used", () => {
  const { stderr, status } = run(["list", "-e", "Environment"], folderWith({}), {
    HTTPS_PROXY: "http://127.0.0.1:1",
    PACONN_ACCESS_TOKEN: "token",
  });
  expect(stderr).toContain("Check the address, and HTTPS_PROXY when there is a proxy.");
  expect(status).toBe(3);
});

test("Spectral's functions, formats and rulesets are found", () => {
  const folder = folderWith({
    "apiDefinition.swagger.json": '{ "swagger": "2.0", "info": { "title": "Tickets" } }',
    ".spectral.yaml": `extends: [[spectral:oas, off], paconn/custom]
formats: [oas2]
rules:
  title-of-contoso:
    given: $.info.title
    then: { function: pattern, functionOptions: { match: Contoso } }`,
  });
  const { stdout, stderr } = run(["validate", "."], folder);
  expect(stderr).toBe("");
  expect(stdout).toContain("title-of-contoso");
});

test("a reader that closes the pipe early does not change the exit code", async () => {
  const child = spawn(
    process.execPath,
    [packageFile("dist/paconn.js"), "validate", "--no-config"],
    {
      cwd: folderWith({ "apiDefinition.swagger.json": "{}" }),
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  child.stdout.destroy();
  expect(await once(child, "exit")).toEqual([1, null]);
});
