import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { packageFile } from "../host/packageFile.js";
import { type Azurite, isInstalled, startAzurite } from "./service/azurite.js";
import { environment } from "./service/powerApps.js";
import { userOf } from "./service/user.js";

if (!isInstalled)
  console.warn(
    "Skipped: uploads to Azurite, since it is not installed (npm --prefix test/service ci).",
  );

const definition = readFileSync(
  packageFile("examples", "contoso-invoices", "apiDefinition.swagger.json"),
  "utf8",
);
const icon = Buffer.from("\x89PNG and so on", "latin1");
const script = Buffer.from("x".repeat(500_000));
const files = {
  "apiDefinition.swagger.json": definition,
  "apiProperties.json": '{ "properties": { "iconBrandColor": "#123456" } }',
  "my icon é.png": icon,
  "script.csx": script,
};
const args = [
  ...["create", "-e", environment, "--no-validate", "-d", "apiDefinition.swagger.json"],
  ...["-p", "apiProperties.json", "-i", "my icon é.png", "-x", "script.csx"],
];

describe.skipIf(!isInstalled)("the storage of Azure", () => {
  let azurite: Azurite;
  beforeAll(async () => {
    azurite = await startAzurite();
  }, 60_000);
  afterAll(() => azurite?.close());

  test("icon and script go there, and the service finds them", async () => {
    const { run, service } = await userOf(files);
    service.storage = () => azurite.container();
    expect(await run(args)).toMatchObject({ exitCode: 0, stderr: "" });
    const [connector] = service.connectors.get(environment)!.values();
    expect(connector!.icon).toEqual(icon);
    expect(connector!.script).toEqual(script);
  });

  test.each([
    [
      "forged",
      async () => {
        const url = await azurite.container();
        url.searchParams.set("sig", "Zm9yZ2Vk");
        return url;
      },
    ],
    ["too old", () => azurite.container(Date.now() - 60_000)],
  ])("a signature that is %s is refused, and told without it", async (_, container) => {
    const { run, service } = await userOf(files);
    service.storage = container;
    const { exitCode, stderr, stdout } = await run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" });
    expect(stderr).toMatch(
      /The upload of my icon é\.png[\s\S]*AuthorizationFailure|AuthenticationFailed/,
    );
    expect(stderr).not.toMatch(/sig=|Zm9yZ2Vk/);
    expect(service.calls).not.toContain("POST apis");
  });

  test("a connection that breaks in the middle of an upload is tried again", async () => {
    const { port } = new URL(azurite.url);
    let breaks = 1;
    const sockets = new Set<Socket>();
    const wire = createServer((from) => {
      const to = connect(Number(port), "127.0.0.1");
      for (const socket of [from, to]) sockets.add(socket);
      let passed = 0;
      from.on("data", (chunk) => {
        passed += chunk.length;
        if (passed > 100_000 && breaks > 0) {
          breaks--;
          from.destroy();
          to.destroy();
        } else to.write(chunk);
      });
      to.on("data", (chunk) => from.write(chunk));
      from.on("close", () => to.end());
      to.on("close", () => from.end());
      for (const socket of [from, to]) socket.on("error", () => {});
    });
    await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      wire.close();
    });
    const { run, service } = await userOf(files);
    service.storage = async () => {
      const url = await azurite.container();
      url.port = String((wire.address() as AddressInfo).port);
      return url;
    };
    expect(await run(args)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(breaks).toBe(0);
    const [connector] = service.connectors.get(environment)!.values();
    expect(connector!.script).toEqual(script);
  }, 60_000);
});
