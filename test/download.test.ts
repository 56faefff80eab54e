import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { environment, maker, tokenOf } from "./service/powerApps.js";
import { userOf } from "./service/user.js";

const id = "shared_contoso-20tickets-5f0123456789abcdef";
const definition =
  '{"swagger":"2.0","info":{"title":"Größe – 😀","version":"1.0"},"paths":{},"x":1.0,"y":12345678901234567890,"z":{"default":1,"200":2,"b":1e3}}';
const properties = {
  iconBrandColor: "#007ee5",
  publisher: "Contoso Ärzte",
  connectionParameters: { token: { type: "oauthSetting", oAuthSettings: { clientId: "1" } } },
  connectionParameterSets: { values: [] },
  scriptOperations: ["GetTicket"],
  stackOwner: "Contoso",
};
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
const script = Buffer.from("\uFEFFpublic class Script : ScriptBase {}\r\n");

async function withConnector() {
  const user = await userOf();
  user.service.put(id, definition, properties, maker, { icon: png, script });
  return { ...user, at: (name: string) => join(user.folder, id, name) };
}
const args = ["download", "-e", environment, "-c", id];

test("a connector comes into a folder named after its id, as it was written", async () => {
  const { run, folder, at } = await withConnector();
  const { exitCode, stdout, stderr } = await run(args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain(`${id} is in ${id}`);
  expect(readdirSync(join(folder, id)).sort()).toEqual([
    "apiDefinition.swagger.json",
    "apiProperties.json",
    "icon.png",
    "script.csx",
    "settings.json",
  ]);
  const text = readFileSync(at("apiDefinition.swagger.json"), "utf8");
  for (const part of ['"Größe – 😀"', '"x": 1.0', '"y": 12345678901234567890', '"b": 1e3'])
    expect(text).toContain(part);
  expect(text.indexOf('"default"')).toBeLessThan(text.indexOf('"200"'));
  expect(text.endsWith("}\n")).toBe(true);
  expect(
    Object.keys(JSON.parse(readFileSync(at("apiProperties.json"), "utf8")).properties),
  ).toEqual([
    "connectionParameters",
    "connectionParameterSets",
    "iconBrandColor",
    "scriptOperations",
    "publisher",
    "stackOwner",
  ]);
  expect(readFileSync(at("icon.png"))).toEqual(png);
  expect(readFileSync(at("script.csx"))).toEqual(script);
  expect(JSON.parse(readFileSync(at("settings.json"), "utf8"))).toMatchObject({
    connectorId: id,
    environment,
    icon: "icon.png",
    script: "script.csx",
  });
});

test("a second download changes no byte, whoever laid the files out", async () => {
  const { run, at } = await withConnector();
  await run(args);
  writeFileSync(at("apiDefinition.swagger.json"), definition.replaceAll(",", " ,\r\n\t"));
  const before = readFileSync(at("apiDefinition.swagger.json"));
  const times = readdirSync(at(".")).map((name) => statSync(at(name)).mtimeMs);
  const { stdout } = await run(args);
  expect(stdout).toContain("nothing has changed");
  expect(readFileSync(at("apiDefinition.swagger.json"))).toEqual(before);
  expect(readdirSync(at(".")).map((name) => statSync(at(name)).mtimeMs)).toEqual(times);
});

test("what differs is overwritten only when that is wanted", async () => {
  const { run, at } = await withConnector();
  await run(args);
  writeFileSync(at("script.csx"), "mine");
  const refused = await run(args);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toMatch(
    /script\.csx differs from the server\. Nothing was written\.\n--overwrite/,
  );
  expect(readFileSync(at("script.csx"), "utf8")).toBe("mine");
  const no = await run(args, { keys: [[/Overwrite\?/, "n"]] });
  expect(no.exitCode).toBe(2);
  const yes = await run(args, { keys: [[/Overwrite\?/, "y"]] });
  expect(yes.exitCode).toBe(0);
  expect(readFileSync(at("script.csx"))).toEqual(script);
  writeFileSync(at("script.csx"), "mine");
  expect((await run([...args, "-w"])).exitCode).toBe(0);
});

test("the stack owner stays, which the server does not keep, and so do further settings", async () => {
  const { run, at, service } = await withConnector();
  await run(args);
  service.change(id, ({ properties }) => void properties.delete("stackOwner"));
  const settings = JSON.parse(readFileSync(at("settings.json"), "utf8"));
  writeFileSync(
    at("settings.json"),
    JSON.stringify({ ...settings, flowUrl: "https://api.flow.microsoft.com" }),
  );
  const { stdout } = await run(args);
  expect(stdout).toContain("nothing has changed");
});

test("a settings file names the files and the folder gets them right there", async () => {
  const { run, folder, service } = await withConnector();
  writeFileSync(
    join(folder, "my.json"),
    JSON.stringify({
      connectorId: id,
      environment,
      apiDefinition: "d.json",
      apiProperties: "p.json",
      icon: "img/i.png",
      script: "s.csx",
    }),
  );
  expect((await run(["download", "-s", "my.json", "-d", "out"])).exitCode).toBe(0);
  expect(readdirSync(join(folder, "out")).sort()).toEqual([
    "d.json",
    "img",
    "p.json",
    "s.csx",
    "settings.json",
  ]);
  writeFileSync(
    join(folder, "bad.json"),
    JSON.stringify({ connectorId: id, environment, script: "../s.csx" }),
  );
  const { exitCode, stderr } = await run(["download", "-s", "bad.json", "-d", "out"]);
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("leads out of the folder"),
  });
  // The names that the folder has stay, without being told again.
  service.change(id, (connector) => {
    connector.script = Buffer.from("new");
  });
  expect((await run([...args, "-d", "out", "-w"])).stdout).toContain("s.csx");
  expect(readdirSync(join(folder, "out"))).not.toContain("script.csx");
  for (const name of [".git/hooks/pre-commit", "/tmp/x", "a/../../x"]) {
    writeFileSync(
      join(folder, "bad.json"),
      JSON.stringify({ connectorId: id, environment, icon: name }),
    );
    expect((await run(["download", "-s", "bad.json", "-d", "out"])).exitCode, name).toBe(2);
  }
});

test.each(["../x", "..", "a/b", "a\\b", ""])("the id %j leads nowhere", async (bad) => {
  const { run, folder, service } = await withConnector();
  const before = service.requests.length;
  const { exitCode } = await run(["download", "-e", environment, "--cid", bad]);
  expect([2, 3]).toContain(exitCode);
  expect(service.requests.length).toBe(before);
  expect(readdirSync(folder)).toEqual([".git"]);
});

test("ids that the server tells lead nowhere either", async () => {
  const { run, folder, service } = await withConnector();
  service.put("../../evil", definition, properties);
  const { exitCode, stderr } = await run(["download", "-e", environment, "--all", "-d", "all"]);
  expect(exitCode).toBe(3);
  expect(stderr).toContain('"../../evil" is no id');
  expect(readdirSync(join(folder, "all"))).toEqual([id]);
});

test("all connectors of an environment, each in its folder", async () => {
  const { run, folder, service } = await withConnector();
  const others = ["shared_a", "shared_b", "shared_c", "shared_d", "shared_e"];
  for (const each of others) service.put(each, definition, properties);
  service.connectors.get(environment)!.get("shared_b")!.isCustom = false;
  const { exitCode, stdout } = await run(["download", "-e", environment, "--all", "--json"]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout).connectors).toHaveLength(5);
  expect(existsSync(join(folder, "shared_e", "settings.json"))).toBe(true);
  expect(existsSync(join(folder, "shared_b"))).toBe(false);
});

test("an icon that is gone or no image is left out, and told", async () => {
  const { run, at, service } = await withConnector();
  service.inject(/GET .*icon\.png/, { status: 404, body: "<html>gone</html>" });
  const { exitCode, stderr } = await run(args);
  expect(exitCode).toBe(0);
  expect(stderr).toContain("does not have the icon any more");
  expect(existsSync(at("icon.png"))).toBe(false);
  expect(JSON.parse(readFileSync(at("settings.json"), "utf8")).icon).toBe(null);
});

test.each([
  ["a script that cannot be fetched", /GET .*script/, { status: 404 }],
  ["a connection that breaks for good", /GET .*script/, { cutAfter: 5 }],
  ["an answer that is HTML", /GET .*apis/, { status: 200, body: "<html></html>" }],
  [
    "an answer that is cut off",
    /GET .*apis/,
    {
      status: 200,
      body: '{"name":"x","properties":{"apiDefinitions":{"originalSwaggerUrl":"http://127.0.0.1:1/x"},"conn',
    },
  ],
  ["a definition that is none", /GET .*original/, { status: 200, body: "{" }],
] as const)(
  "%s leaves the folder as it was",
  async (_, match, fault) => {
    const { run, folder, service } = await withConnector();
    service.inject(match, fault, 10);
    const { exitCode, stderr } = await run(args, { fetch: (url, init) => fetch(url, init) });
    expect(exitCode).toBe(3);
    expect(stderr).not.toMatch(/bug|undefined/);
    expect(readdirSync(folder)).toEqual([".git"]);
  },
  60_000,
);

test("a connection that breaks once and a service that is busy are waited for", async () => {
  const { run, at, service } = await withConnector();
  service.inject(/GET .*original/, { cutAfter: 20 });
  service.inject(/GET .*apis/, { status: 429, headers: { "Retry-After": "0" } });
  expect((await run(args)).exitCode).toBe(0);
  expect(existsSync(at("script.csx"))).toBe(true);
}, 60_000);

test("a full disk leaves the folder as it was", async () => {
  const { run, folder } = await withConnector();
  let written = 0;
  const { exitCode, stderr } = await run(args, {
    writeFile: async (path, bytes) => {
      writeFileSync(path, bytes.subarray(0, 3));
      if (++written === 3)
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    },
  });
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/cannot be written: there is no space left/);
  expect(readdirSync(folder)).toEqual([".git"]);
});

test.each([
  ["not signed in", "", 4, /You are not signed in/],
  ["an expired token", tokenOf(maker, { lasts: -60 }), 4, /The access token expired/],
  [
    "a token for something else",
    tokenOf(maker, { aud: "https://graph.microsoft.com" }),
    4,
    /refused the token, since it is for something else/,
  ],
])("%s", async (_, token, code, message) => {
  const { run } = await userOf({}, { token });
  const { exitCode, stderr, stdout } = await run(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: "" });
  expect(stderr).toMatch(message);
  if (token) expect(stderr).not.toContain(token);
});

test("the choice of environment and connector", async () => {
  const { run, folder } = await withConnector();
  const refused = await run(["download"]);
  expect(refused).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/No environment is named\.\nUse --env/),
  });
  const { exitCode } = await run(["download"], {
    keys: [
      [/Which environment\?/, "contoso\r"],
      [/Which connector\?/, "\r"],
    ],
  });
  expect(exitCode).toBe(0);
  expect(readdirSync(folder)).toContain(id);
  const left = await run(["download"], { keys: [[/Which environment\?/, "\u0003"]] });
  expect(left.exitCode).toBe(130);
});
