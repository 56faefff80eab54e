import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exactValue, memberOf, printExact } from "../connector/exactJson.js";
import { JsonText } from "../connector/json.js";
import { packageFile } from "../host/packageFile.js";
import { colleague, environment, maker } from "./service/powerApps.js";
import { userOf } from "./service/user.js";
import { paconn } from "./terminal.js";

const definition = readFileSync(
  packageFile("examples", "contoso-invoices", "apiDefinition.swagger.json"),
  "utf8",
);
const oauth = (clientId: string) => ({
  type: "oauthSetting",
  oAuthSettings: { identityProvider: "oauth2", clientId, scopes: ["a"] },
});
const properties = {
  properties: {
    connectionParameters: { token: oauth("1") },
    connectionParameterSets: {
      uiDefinition: { displayName: "How", description: "How to connect" },
      values: [
        {
          name: "work",
          uiDefinition: { displayName: "W", description: "W" },
          parameters: { login: oauth("2") },
        },
        {
          name: "key",
          uiDefinition: { displayName: "K", description: "K" },
          parameters: { key: { type: "securestring" } },
        },
      ],
    },
    iconBrandColor: "#123456",
    stackOwner: "Contoso",
    number: 0,
  },
};
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
const files = {
  "apiDefinition.swagger.json": definition,
  "apiProperties.json": JSON.stringify(properties).replace('"number":0', '"number":1.0'),
  "icon.png": png,
  "script.csx": "public class Script : ScriptBase {}",
};
const secret = 's3cr€t-"value"\\';
const update = ["update", "--no-validate"];
const create = ["create", "-e", environment, "--no-validate"];

/** The properties that the service was sent last, exactly. */
function sent(service: Awaited<ReturnType<typeof userOf>>["service"]) {
  const request = service.requests.findLast(
    ({ method, path }) => /POST|PATCH/.test(method) && path.includes("/apis"),
  )!;
  const body = memberOf(exactValue(new JsonText(request.body.toString("utf8"))), "properties")!;
  return { text: printExact(body), value: JSON.parse(printExact(body)), body };
}

async function created(more: Record<string, string | Uint8Array> = {}) {
  const user = await userOf({ ...files, ...more });
  const result = await user.run([...create, "--secret", secret]);
  expect(result).toMatchObject({ exitCode: 0 });
  const settings = JSON.parse(readFileSync(join(user.folder, "settings.json"), "utf8"));
  return { ...user, id: settings.connectorId as string, settings };
}

describe("create", () => {
  test("sends the folder and writes the id to settings.json", async () => {
    const { service, id, settings, folder } = await created();
    expect(service.calls).toEqual([
      "POST validateApiSwagger",
      "POST generateResourceStorage",
      "PUT icon.png",
      "PUT script.csx",
      "POST apis",
      // The service fetches both.
      "GET icon.png",
      "GET script.csx",
    ]);
    const { text, value, body } = sent(service);
    expect(Object.keys(value)).toEqual([
      "connectionParameters",
      "connectionParameterSets",
      "iconBrandColor",
      "number",
      "openApiDefinition",
      "backendService",
      "environment",
      "displayName",
      "description",
      "iconUri",
      "scriptDefinitionUrl",
    ]);
    expect(text).toContain('"number":1.0');
    expect(value.connectionParameters.token.oAuthSettings.clientSecret).toBe(secret);
    expect(
      value.connectionParameterSets.values[0].parameters.login.oAuthSettings.clientSecret,
    ).toBe(secret);
    expect(printExact(memberOf(body, "openApiDefinition")!)).toBe(
      printExact(exactValue(new JsonText(definition))!),
    );
    expect(settings).toEqual({
      connectorId: id,
      environment,
      apiProperties: "apiProperties.json",
      apiDefinition: "apiDefinition.swagger.json",
      icon: "icon.png",
      powerAppsUrl: service.url,
      powerAppsApiVersion: "2016-11-01",
      script: "script.csx",
    });
    expect(
      JSON.parse(readFileSync(join(folder, "apiProperties.json"), "utf8")).properties.stackOwner,
    ).toBe("Contoso");
    expect(service.connectors.get(environment)!.get(id)!.icon).toEqual(png);
  });

  test("a secret for each parameter, from options, the environment and standard input", async () => {
    const { run, service, env } = await userOf(files);
    const { exitCode, stderr, stdout } = await run(
      [...create, "-r", "token=first=one", "--secret-env", "work.login=LOGIN_SECRET"],
      { env: { ...env, LOGIN_SECRET: "second-secret" } },
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const { value } = sent(service);
    expect(value.connectionParameters.token.oAuthSettings.clientSecret).toBe("first=one");
    expect(
      value.connectionParameterSets.values[0].parameters.login.oAuthSettings.clientSecret,
    ).toBe("second-secret");
    expect(stdout).not.toMatch(/first=one|second-secret/);

    const other = await userOf(files);
    expect(
      (await other.run([...create, "--secret-stdin"], { stdin: "from stdin\n" })).exitCode,
    ).toBe(0);
    expect(sent(other.service).value.connectionParameters.token.oAuthSettings.clientSecret).toBe(
      "from stdin",
    );
  });

  test("a missing secret is asked for on a terminal and an error elsewhere", async () => {
    const { run, service } = await userOf(files);
    const refused = await run(create);
    expect(refused).toMatchObject({ exitCode: 2, stdout: "" });
    expect(refused.stderr).toMatch(
      /"token" signs in by OAuth.*\nUse --secret-env token=NAME or --secret-stdin/,
    );
    expect(service.requests).toEqual([]);
    const { exitCode, stderr } = await run(create, {
      keys: [
        [/Client secret of "token"/, "typed-secret\r"],
        [/Client secret of "work\.login"/, "other-secret\r"],
      ],
    });
    expect(exitCode).toBe(0);
    expect(stderr).not.toContain("typed-secret");
    expect(sent(service).value.connectionParameters.token.oAuthSettings.clientSecret).toBe(
      "typed-secret",
    );
    const missing = await run([...create, "-w", "--secret-env", "NOT_SET"]);
    expect(missing.stderr).toMatch(/\$NOT_SET is not set/);
  });

  test("our own rules come first, and errors stop it", async () => {
    const broken = definition.replace(/"operationId": "[^"]*",/, "");
    const { run, service } = await userOf({ ...files, "apiDefinition.swagger.json": broken });
    const { exitCode, stderr } = await run(["create", "-e", environment, "-r", "a-secret"]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/operation-id-required[\s\S]*--no-validate sends it all the same/);
    expect(service.requests).toEqual([]);
  });

  test("the service's word: warnings are shown, a refusal stops it", async () => {
    const { run, service } = await userOf(files);
    service.validation = {
      status: 200,
      body: JSON.stringify("Warning : paths/~1invoices~1{id}/get : No summary – schön."),
    };
    const { exitCode, stderr } = await run([...create, "-r", "a-secret"]);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /apiDefinition\.swagger\.json\n +\d+:\d+ +warning +The service says: No summary – schön\./,
    );
    const other = await userOf(files);
    other.service.validation = {
      status: 400,
      body: JSON.stringify({
        error: {
          code: "SwaggerCertificationFailedWithErrors",
          message:
            "Failed with errors. Please fix the following errors: Error : info : The 'contact' property is required.\r\nError : It is bad.",
        },
      }),
    };
    const refused = await other.run([...create, "-r", "a-secret"]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(
      /error +The service says: The 'contact' property is required\.[\s\S]*It is bad/,
    );
    expect(other.service.calls).toEqual(["POST validateApiSwagger"]);
  });

  test("settings.json that names a connector is asked about before anything is sent", async () => {
    const settings = JSON.stringify({ connectorId: "shared_old", environment });
    const { run, service, folder } = await userOf({ ...files, "settings.json": settings });
    const refused = await run([...create, "-r", "a-secret"]);
    expect(refused).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/names the connector shared_old already\. Nothing was sent/),
    });
    expect(service.requests).toEqual([]);
    const kept = await run([...create, "-r", "a-secret"], { keys: [[/Overwrite it\?/, "n"]] });
    expect(kept.exitCode).toBe(0);
    expect(readFileSync(join(folder, "settings.json"), "utf8")).toBe(settings);
    expect((await run([...create, "-r", "a-secret", "-w"])).exitCode).toBe(0);
    expect(readFileSync(join(folder, "settings.json"), "utf8")).not.toContain("shared_old");
  });

  test("settings without an id get it, and keep what else they say", async () => {
    const settings = {
      connectorId: "",
      environment,
      apiDefinition: "apiDefinition.swagger.json",
      apiProperties: "apiProperties.json",
      flowUrl: "https://api.flow.microsoft.com",
    };
    const { run, folder } = await userOf({ ...files, "settings.json": JSON.stringify(settings) });
    expect((await run(["create", "--no-validate", "-r", "a-secret"])).exitCode).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"))).toMatchObject({
      connectorId: expect.stringMatching(/^shared_/),
      flowUrl: settings.flowUrl,
    });
  });

  test("a lost answer: the connector is looked up, never sent twice", async () => {
    const { run, service, folder } = await userOf(files);
    service.inject(/POST .*\/apis$/, { loseAnswer: true });
    const { exitCode, stderr } = await run([...create, "-r", "a-secret"]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining("looked up"),
    });
    expect(service.calls.filter((call) => call === "POST apis")).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(folder, "settings.json"), "utf8")).connectorId).toMatch(
      /^shared_/,
    );
    expect(service.connectors.get(environment)!.size).toBe(1);
  });

  test("a lost answer and no list either: it may be there, and that is told", async () => {
    const { run, service } = await userOf(files);
    service.inject(/POST .*\/apis$/, { loseAnswer: true });
    service.inject(/GET .*\/apis$/, { status: 400, body: "{}" });
    expect(await run([...create, "-r", "a-secret"])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/may have been created[\s\S]*paconn list/),
    });
  });

  test("settings.json that cannot be written does not lose the id", async () => {
    const { run, service, folder } = await userOf(files);
    // Somebody makes a folder of that name meanwhile.
    service.storage = async () => {
      mkdirSync(join(folder, "settings.json"));
      return service.container();
    };
    const { exitCode, stderr } = await run([...create, "-r", "a-secret"]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /shared_\S+ is created, but settings\.json cannot be written[\s\S]*"connectorId": "shared_/,
    );
  });

  test("settings.json that is a folder is told before anything is sent", async () => {
    const { run, service } = await userOf({ ...files, "settings.json/x": "" });
    expect(
      (
        await run([
          ...create,
          "-r",
          "a-secret",
          "-d",
          "apiDefinition.swagger.json",
          "-p",
          "apiProperties.json",
        ])
      ).exitCode,
    ).toBe(2);
    expect(service.requests).toEqual([]);
  });

  test("a folder with files of two versions is not sent", async () => {
    const { run, service } = await userOf({
      ...files,
      ".paconn-whole-0123456789ab/script.csx": "new",
    });
    expect(await run([...update, "-e", environment, "-c", "shared_x"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/was interrupted/),
    });
    expect(service.requests).toEqual([]);
  });

  test("a failure that did nothing: it is looked up, and told", async () => {
    const { run, service, folder } = await userOf(files);
    service.inject(/POST .*\/apis$/, {
      status: 502,
      headers: { "Content-Type": "text/html" },
      body: "<html><title>Bad Gateway</title></html>",
    });
    const { exitCode, stderr } = await run([...create, "-r", "a-secret"]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /The service failed \(502\)[\s\S]*Bad Gateway[\s\S]*most likely not created/,
    );
    expect(existsSync(join(folder, "settings.json"))).toBe(false);
  });

  test("an upload that breaks in the middle is sent again; being busy is waited for", async () => {
    const { run, service } = await userOf({ ...files, "script.csx": "x".repeat(1_000_000) });
    service.inject(/PUT .*script/, { cutRequest: true });
    service.inject(/POST .*\/apis$/, { status: 429, headers: { "Retry-After": "0" } });
    expect((await run([...create, "-r", "a-secret"])).exitCode).toBe(0);
    expect(service.calls.filter((call) => call === "PUT script.csx")).toHaveLength(2);
    expect(service.calls.filter((call) => call === "POST apis")).toHaveLength(2);
  }, 60_000);

  test("a file that is too large is refused before anything is sent", async () => {
    const { run, service } = await userOf({ ...files, "icon.png": Buffer.alloc(1_048_577) });
    const { exitCode, stderr } = await run([...create, "-r", "a-secret"]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/icon\.png has 1048577 bytes/),
    });
    expect(service.requests).toEqual([]);
  });

  test.each([
    [["-p", "apiProperties.json"], /No API definition is named/],
    [["-d", "apiDefinition.swagger.json"], /No file with API properties is named/],
    [["-d", "no.json", "-p", "apiProperties.json"], /no\.json cannot be read: it does not exist/],
    [["-d", "script.csx", "-p", "apiProperties.json"], /script\.csx:1:1: This is not valid JSON/],
    [["-s", "no.json"], /no\.json cannot be read/],
    [["nowhere"], /nowhere/],
  ])("%j is refused", async (args, message) => {
    const { run, service } = await userOf(files);
    const { exitCode, stderr } = await run([...create, ...args]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(message),
    });
    expect(service.requests).toEqual([]);
  });

  test("--dry-run sends nothing and shows no secret", async () => {
    const { run, service } = await userOf(files);
    const { exitCode, stdout } = await run([...create, "--dry-run", "-r", "a-secret-value"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^POST http.*\/apis\?/);
    expect(stdout).toContain('"clientSecret": "***"');
    expect(stdout).toContain('"number": 1.0');
    expect(stdout).not.toContain("a-secret-value");
    expect(service.requests).toEqual([]);
  });

  test("a secret that somebody left in the file is sent, but not shown", async () => {
    const left = {
      ...properties.properties,
      connectionParameters: {
        token: {
          ...oauth("1"),
          oAuthSettings: { ...oauth("1").oAuthSettings, clientSecret: "left-in-the-file" },
        },
        key: { type: "securestring", defaultValue: "default-left" },
      },
    };
    const { run, service } = await userOf({
      ...files,
      "apiProperties.json": JSON.stringify({ properties: left }),
    });
    service.put("shared_x", definition, {});
    const where = ["-e", environment, "-c", "shared_x"];
    for (const args of [
      ["update", "--no-validate", "--dry-run"],
      ["update", "--no-validate", "--dry-run", "--json"],
      ["diff", "--remote"],
      ["update", "--no-validate", "--strict"],
    ]) {
      const { stdout, stderr } = await run([...args, ...where]);
      expect(stdout + stderr, args.join(" ")).toMatch(/"clientSecret": ?"\*\*\*"/);
      expect(stdout + stderr).not.toMatch(/left-in-the-file|default-left/);
    }
    expect((await run(["update", "--no-validate", ...where])).exitCode).toBe(0);
    expect(sent(service).text).toContain("left-in-the-file");
  });

  test("--debug shows what is sent, without tokens, secrets and signatures", async () => {
    const { run, env } = await userOf(files);
    const { exitCode, stderr } = await run([...create, "--debug", "-r", secret]);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/POST .*validateApiSwagger.* 200 in \d+ ms/);
    expect(stderr).toContain('"clientSecret":"***"');
    expect(stderr).not.toContain(env.PACONN_ACCESS_TOKEN);
    expect(stderr).not.toContain("s3cr");
    expect(stderr).not.toMatch(/sig=(?!\*\*\*)/);
  });
});

describe("update", () => {
  test("sends what changed; the secret, the script and the name on the server stay", async () => {
    const { run, service, id, folder } = await created();
    rmSync(join(folder, "script.csx"));
    writeFileSync(
      join(folder, "apiDefinition.swagger.json"),
      definition.replace("Invoices", "Bills"),
    );
    const { exitCode, stdout } = await run(update);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${id} is updated`);
    const { value } = sent(service);
    expect(value).not.toHaveProperty("displayName");
    expect(value).not.toHaveProperty("scriptDefinitionUrl");
    expect(value.connectionParameters.token.oAuthSettings).not.toHaveProperty("clientSecret");
    expect(service.connectors.get(environment)!.get(id)!.script).toBeDefined();
    expect((await run([...update, "--remove-script"])).exitCode).toBe(0);
    expect(service.connectors.get(environment)!.get(id)!.script).toBeUndefined();
  });

  test("is refused when somebody changed it meanwhile, and tells who, when and what", async () => {
    const { run, service, id } = await created();
    expect((await run(update)).exitCode).toBe(0);
    service.change(id, (connector) => {
      connector.definition = connector.definition.replace(
        "Contoso Invoices",
        "Colleague's Invoices",
      );
    });
    const before = service.requests.length;
    const { exitCode, stderr } = await run(update);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/^-.*Colleague's Invoices/m);
    expect(stderr).toMatch(/^\+.*Contoso Invoices/m);
    expect(stderr).toMatch(
      /Colleague changed the connector on \d{4}-\d\d-\d\d at .*Nothing was sent/,
    );
    expect(service.requests.slice(before).every(({ method }) => method === "GET")).toBe(true);
    expect((await run([...update, "--overwrite-newer"])).exitCode).toBe(0);
    expect((await run(update)).exitCode).toBe(0);
  });

  test.each([
    ["script", { script: Buffer.from("public class Script : Theirs {}") }],
    ["icon", { icon: Buffer.from("\x89PNG of theirs", "latin1") }],
  ])("is refused when only the %s was changed", async (_, change) => {
    const { run, service } = await userOf();
    service.put("shared_x", definition, properties.properties, maker, {
      icon: png,
      script: Buffer.from("ours"),
    });
    await run(["download", "-c", "shared_x", "-e", environment]);
    service.change("shared_x", (connector) => void Object.assign(connector, change));
    expect(await run([...update, "shared_x"])).toMatchObject({
      exitCode: 5,
      stderr: expect.stringMatching(/Colleague changed the connector/),
    });
    expect(service.calls).not.toContain("PATCH shared_x");
  });

  test.each([["--secret", ""], ["--secret", "token="], ["--secret-stdin"]])(
    "an empty secret is not sent: %s %s",
    async (...args) => {
      const { run, service } = await created();
      expect(await run([...update, ...args])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringMatching(/The secret is empty/),
      });
      expect(service.calls.filter((call) => call.startsWith("PATCH"))).toEqual([]);
    },
  );

  test("a state folder that cannot be written is told; what was done stays done", async () => {
    const { run, env, service, folder } = await userOf({ ...files, state: "a file" });
    const broken = { env: { ...env, XDG_STATE_HOME: join(folder, "state") } };
    const result = await run([...create, "-r", secret], broken);
    expect(result).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/could not be remembered/),
    });
    service.put("shared_x", definition, {});
    const download = await run(["download", "-c", "shared_x", "-e", environment], broken);
    expect(download).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/could not be remembered/),
    });
  });

  test("another copy on the same machine has not seen it", async () => {
    const { run, service, id, folder } = await created();
    mkdirSync(join(folder, "copy"));
    for (const name of [...Object.keys(files), "settings.json"])
      copyFileSync(join(folder, name), join(folder, "copy", name));
    const unknown = await run([...update, "copy"]);
    expect(unknown).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/never saw/) });
    service.change(id, (connector) => {
      connector.definition = connector.definition.replace("Contoso", "Fabrikam");
    });
    expect((await run([...update, "copy"])).exitCode).toBe(5);
  });

  test("never seen: asks on a terminal, warns elsewhere, refuses with --strict", async () => {
    const { run, service, folder } = await userOf(files);
    service.put("shared_x", definition.replace("Invoices", "Bills"), {}, colleague);
    const args = [...update, "-c", "shared_x", "-e", environment];
    expect(await run([...args, "--strict"])).toMatchObject({
      exitCode: 5,
      stderr: expect.stringMatching(/never saw/),
    });
    expect((await run(args, { keys: [[/Overwrite it\?/, "n"]] })).exitCode).toBe(5);
    expect(service.calls).not.toContain("PATCH shared_x");
    expect(await run(args)).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/never saw.*It is overwritten/),
    });
    expect(await run([...args, "--strict"])).toMatchObject({ exitCode: 0, stderr: "" });
    expect(existsSync(join(folder, "settings.json"))).toBe(false);
  });

  test("what a folder saw counts however its files are named", async () => {
    const { run, service, folder } = await userOf();
    service.put("shared_x", definition, {});
    await run(["download", "-c", "shared_x", "-e", environment]);
    writeFileSync(
      join(folder, "shared_x", "apiDefinition.swagger.json"),
      definition.replace("Invoices", "Bills"),
    );
    const bySettings = await run([...update, "-s", "shared_x/settings.json", "--strict"]);
    expect(bySettings).toMatchObject({ exitCode: 0, stderr: "" });
    writeFileSync(join(folder, "shared_x", "apiDefinition.swagger.json"), definition);
    const names = [
      "-d",
      "shared_x/apiDefinition.swagger.json",
      "-p",
      "shared_x/apiProperties.json",
    ];
    expect(
      await run([...update, ...names, "-c", "shared_x", "-e", environment, "--strict"]),
    ).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("a change while files are uploaded is not lost either", async () => {
    const { run, service, id } = await created();
    service.storage = async () => {
      service.change(id, (connector) => {
        connector.script = Buffer.from("theirs");
      });
      return service.container();
    };
    expect(await run(update)).toMatchObject({
      exitCode: 5,
      stderr: expect.stringMatching(/Colleague changed the connector just now/),
    });
    expect(service.connectors.get(environment)!.get(id)!.script!.toString()).toBe("theirs");
  });

  test("large definitions that have little in common are compared in time", async () => {
    const { run, service, folder } = await userOf(files);
    const large = (prefix: string) =>
      JSON.stringify({
        ...JSON.parse(definition),
        x: Object.fromEntries(
          Array.from({ length: 20_000 }, (_, index) => [`${prefix}${index * 7919}`, index]),
        ),
      });
    writeFileSync(join(folder, "apiDefinition.swagger.json"), large("a"));
    service.put("shared_x", large("b"), {});
    const { exitCode, stdout } = await run([
      "diff",
      "--remote",
      "-e",
      environment,
      "-c",
      "shared_x",
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("apiDefinition.swagger.json differs in most of its lines.");
  }, 60_000);

  test("in what order the properties stand says nothing", async () => {
    const reordered = {
      properties: {
        stackOwner: "Contoso",
        publisher: "Contoso",
        iconBrandColor: "#123456",
        capabilities: ["actions"],
      },
    };
    const own = { ...files, "apiProperties.json": JSON.stringify(reordered) };
    const { run, folder } = await userOf(own);
    expect((await run([...create])).exitCode).toBe(0);
    expect(await run(["diff", "--remote"])).toMatchObject({
      exitCode: 0,
      stdout: "Both say the same.\n",
    });
    const { connectorId } = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"));
    expect(await run(["download", "-e", environment, "-c", connectorId, "-d", "."])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("nothing has changed"),
    });
  });

  test("a script that is named and not there is refused", async () => {
    const { run, service } = await created();
    const before = service.requests.length;
    expect(await run([...update, ".", "-x", "scirpt.csx"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /scirpt\.csx, which --script names, does not exist\. Nothing was sent/,
      ),
    });
    expect(service.requests.length).toBe(before);
  });

  test("a connector that was only touched has lost nothing", async () => {
    const { run, service } = await userOf();
    service.put("shared_x", definition, properties.properties);
    await run(["download", "-c", "shared_x", "-e", environment]);
    service.change("shared_x", () => {});
    expect(await run([...update, "shared_x"])).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("download and update go hand in hand", async () => {
    const { run, service, folder } = await userOf();
    service.put("shared_x", definition, properties.properties, colleague, { icon: png });
    expect((await run(["download", "-c", "shared_x", "-e", environment])).exitCode).toBe(0);
    expect(await run(["diff", "--remote", "shared_x"])).toMatchObject({
      exitCode: 0,
      stdout: "Both say the same.\n",
    });
    expect(await run([...update, "shared_x", "--strict"])).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
    writeFileSync(
      join(folder, "shared_x", "apiDefinition.swagger.json"),
      definition.replace("Invoices", "Bills"),
    );
    const differ = await run(["diff", "--remote", "shared_x"]);
    expect(differ.exitCode).toBe(1);
    expect(differ.stdout).toMatch(/^--- .*on the server\n\+\+\+ .*here/m);
    expect(differ.stdout).toMatch(/^\+.*Bills/m);
    expect(readdirSync(join(folder, "shared_x"))).not.toContain("script.csx");
  });

  test.each([
    [
      403,
      { error: { code: "ApiAuthorizationFailed", message: "no" } },
      4,
      /not allowed[\s\S]*ApiAuthorizationFailed: no/,
    ],
    [
      404,
      { message: "No HTTP resource was found that matches the request URI 'x'." },
      3,
      /nothing under that address/,
    ],
    [409, { error: { code: "Conflict", message: "busy" } }, 3, /refused it \(409\)[\s\S]*busy/],
    [
      400,
      {
        error: {
          code: "ApiHubsRequestFailed",
          message: `The request failed with client error: '${JSON.stringify({ Code: "", Message: `PUT https://x failed with BadRequest, content=${JSON.stringify({ error: { code: "ValidationError", details: [{ code: "E", target: "representation", message: "Parsing error(s): JSON is valid against no schemas from 'oneOf'. Path 'info.contact', line 496, position 18." }] } })}` })}'`,
        },
      },
      3,
      /apiDefinition\.swagger\.json:\d+:\d+: The update of .*Parsing error\(s\): JSON is valid/s,
    ],
    [
      400,
      {
        error: {
          code: "InvalidRequestContent",
          message:
            "Could not find member 'number' on object of type 'ApiPropertiesDefinition'. Path 'properties.number', line 1, position 9.",
        },
      },
      3,
      /apiProperties\.json:1:\d+: .*does not know the property "number"/,
    ],
  ])("an answer of %d is one clear message", async (status, body, code, message) => {
    const { run, service } = await created();
    service.inject(
      /PATCH/,
      { status, body: JSON.stringify(body), headers: { "x-ms-request-id": "request-7" } },
      9,
    );
    const { exitCode, stderr, stdout } = await run(update);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).toContain("request-7");
  });

  test("an answer that repeats what it was sent tells no secret", async () => {
    const { run, service } = await created();
    const message = `Cannot read https://x.blob.core.windows.net/c/i?sv=1&sig=signature-value: ${JSON.stringify({ clientSecret: secret, other: secret })}`;
    service.inject(/PATCH/, {
      status: 400,
      body: JSON.stringify({ error: { code: "Bad", message } }),
    });
    const { exitCode, stderr } = await run([...update, "-r", secret, "--debug"]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("Cannot read https://x.blob.core.windows.net");
    expect(stderr).not.toMatch(/signature-value|s3cr/);
  });

  test("an answer without a body is good", async () => {
    const { run, service, id } = await created();
    service.inject(/PATCH/, { status: 204 });
    expect((await run(update)).exitCode).toBe(0);
    // The answer does not tell when it was changed, so the server is asked.
    expect(service.calls.slice(-2)).toEqual([`PATCH ${id}`, `GET ${id}`]);
  });
});

test("validate --remote places what the service says and names our rules", async () => {
  const { run, service } = await userOf(files);
  service.validation = {
    status: 400,
    body: JSON.stringify({
      error: {
        code: "SwaggerCertificationFailedWithErrors",
        message:
          "Errors. Please fix the following errors: Error : paths/~1invoices~1{id}/get : The operationId is required here.",
      },
    }),
  };
  const { exitCode, stdout } = await run(["validate", "--remote", "--no-config", "--json"]);
  expect(exitCode).toBe(1);
  const finding = JSON.parse(stdout).findings.find(({ message }: { message: string }) =>
    message.startsWith("The service says"),
  );
  expect(finding).toMatchObject({
    file: "apiDefinition.swagger.json",
    pointer: "/paths/~1invoices~1{id}/get",
  });
  const [request] = service.requests;
  expect(request!.query.get("enableConnectorCertificationRules")).toBe("true");
});

test("environments and connectors: all pages, equal names apart, the default marked", async () => {
  const { run, service } = await userOf();
  for (const id of ["shared_a", "shared_b", "shared_c"])
    service.put(id, definition, { displayName: "Same" }, maker);
  const { stdout } = await run(["environments"]);
  expect(stdout).toMatch(/^\* +Contoso +Default-/m);
  expect(stdout.match(/Sandbox +\w+-/g)).toHaveLength(2);
  expect(
    JSON.parse((await run(["environments", "sand", "--json"])).stdout).environments,
  ).toHaveLength(2);
  expect((await run(["environments", "--admin"])).exitCode).toBe(0);
  expect(service.requests.at(-1)!.path).toContain("scopes/admin");
  const list = await run(["list", "-e", environment]);
  expect(list.stdout.match(/^Same +shared_[abc] +Mäker/gm)).toHaveLength(3);
  const none = await run(["list", "-e", environment, "zzz"]);
  expect(none.stderr).toBe('None of the 3 custom connectors has "zzz" in its name or id.\n');
  expect(await run(["list", "-e", "elsewhere"])).toMatchObject({ exitCode: 4, stdout: "" });
});

test("a settings file does not send the token elsewhere", async () => {
  const { env, folder, service } = await userOf({
    ...files,
    "settings.json": JSON.stringify({
      connectorId: "shared_x",
      environment,
      powerAppsUrl: "https://evil.example.com",
    }),
  });
  const { exitCode, stderr } = await paconn(["update", "--no-validate"], { folder, env });
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/evil\.example\.com, which is no host/),
  });
  expect(service.requests).toEqual([]);
});
