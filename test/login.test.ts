import { execFile } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";
import { packageFile } from "../host/packageFile.js";
import { appId, appSecret, federatedToken, IdentityDouble, tenantId } from "./service/identity.js";
import { colleague, EmulatedService, environment, maker, tokenOf } from "./service/powerApps.js";
import { folderWith, paconn } from "./terminal.js";

/** A person or a pipeline with a home of its own, the double and the emulator. */
async function somebody(more: NodeJS.ProcessEnv = {}) {
  const identity = await new IdentityDouble().start();
  const service = await new EmulatedService().start();
  onTestFinished(() => identity.close());
  onTestFinished(() => service.close());
  const home = folderWith({});
  const env = { HOME: home, XDG_STATE_HOME: join(home, "state"), ...more };
  const state = join(home, "state", "paconn");
  const file = join(state, "accounts.json");
  const outputs: string[] = [];
  const run = async (args: string[], options: Parameters<typeof paconn>[1] = {}) => {
    const result = await paconn(args, { folder: home, env, fetch: identity.fetch(), ...options });
    outputs.push(result.stdout, result.stderr);
    return result;
  };
  const addresses = [
    "-a",
    identity.url,
    "--pau",
    service.url,
    "--flow-url",
    service.url,
    "--bap-url",
    service.url,
  ];
  return {
    identity,
    service,
    home,
    env,
    state,
    file,
    run,
    /** Everything that was printed, and all that is kept. */
    seen: () => outputs.join(""),
    kept: () =>
      existsSync(state)
        ? readdirSync(state)
            .map((name) => readFileSync(join(state, name), "utf8"))
            .join("")
        : "",
    login: (args: string[] = [], options: Parameters<typeof paconn>[1] = {}) =>
      run(["login", ...addresses, ...args], options),
  };
}

const asApp = ["-i", appId, "-t", "contoso.com"];

describe("people", () => {
  test("a code, shown with where to enter it; then commands work", async () => {
    const { login, run, identity, file, state, service } = await somebody();
    const { exitCode, stdout, stderr } = await login();
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "Signed in as maker@contoso.com (user, tenant common, cloud public).\n",
    });
    expect(stderr).toMatch(
      /^Go to https:\/\/microsoft\.com\/devicelogin and enter the code CODE1234\.\nWaiting up to 15 minutes/,
    );
    expect(identity.requests.at(-1)!.body.get("scope")).toContain(
      "https://service.powerapps.com//.default",
    );
    expect(identity.requests.at(-1)!.body.get("client_id")).toBe(
      "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
    );
    if (process.platform !== "win32") {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(state).mode & 0o777).toBe(0o700);
    }
    expect((await run(["environments"])).stdout).toContain("Contoso");
    expect(service.requests.length).toBeGreaterThan(0);
    expect((await run(["whoami"])).stdout).toMatch(
      /^\* +maker@contoso\.com +user +common +public +renews by itself/m,
    );
  });

  test("the session lasts: a token that ends is renewed, a session that ended is told", async () => {
    const { login, run, identity } = await somebody();
    identity.expiresIn = 60;
    await login();
    const before = identity.requests.length;
    expect((await run(["list", "-e", environment])).exitCode).toBe(0);
    expect(
      identity.requests
        .slice(before)
        .some(({ body }) => body.get("grant_type") === "refresh_token"),
    ).toBe(true);
    identity.revoke();
    const { exitCode, stderr } = await run(["list", "-e", environment]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(
        /The session has ended\.\n\(request .*\)\nSign in again: `paconn login --force`/,
      ),
    });
  });

  test("a token that the service refuses in the middle is renewed once", async () => {
    const { login, run, service } = await somebody();
    await login();
    service.inject(/GET .*apis/, {
      status: 401,
      body: '{"error":{"code":"InvalidAuthenticationToken","message":"expired"}}',
    });
    expect((await run(["list", "-e", environment])).exitCode).toBe(0);
    service.inject(
      /GET .*apis/,
      { status: 401, body: '{"error":{"code":"InvalidAuthenticationToken","message":"expired"}}' },
      9,
    );
    expect(await run(["list", "-e", environment])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/did not accept the token/),
    });
  });

  test("signed in already: nothing is sent, unless it is wanted", async () => {
    const { login, identity } = await somebody();
    await login();
    const before = identity.requests.length;
    const { stdout } = await login();
    expect(stdout).toMatch(/^Already signed in as maker@contoso\.com/);
    expect(identity.requests.slice(before).filter(({ path }) => path.includes("/oauth2/"))).toEqual(
      [],
    );
    expect((await login(["--force"])).stdout).toMatch(/^Signed in/);
  });

  test("several accounts side by side", async () => {
    const { login, run, identity, kept } = await somebody();
    await login();
    identity.user = colleague;
    await login(["--force"]);
    const { stdout } = await run(["whoami"]);
    expect(stdout).toMatch(/^ +maker@contoso\.com/m);
    expect(stdout).toMatch(/^\* +colleague@contoso\.com/m);
    expect((await run(["list", "-e", environment, "--account", "maker"])).exitCode).toBe(0);
    expect(await run(["list", "-e", environment, "--account", "contoso"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/2 accounts have "contoso"/),
    });
    expect((await run(["logout"])).stdout).toBe("Signed out: colleague@contoso.com.\n");
    expect(kept()).not.toContain(colleague.id);
    expect(kept()).toContain(maker.id);
    expect(JSON.parse((await run(["whoami", "--json"])).stdout).accounts).toMatchObject([
      { name: "maker@contoso.com", isCurrent: true },
    ]);
    expect((await run(["logout", "--all"])).stdout).toContain("maker@contoso.com");
    expect(await run(["whoami"])).toMatchObject({ exitCode: 4, stdout: "" });
    expect((await run(["logout"])).exitCode).toBe(0);
    expect(await run(["environments"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/You are not signed in\.\n`paconn login`/),
    });
  });

  test("one person in two tenants: both are kept, and signing out of one leaves the other", async () => {
    const { login, run } = await somebody();
    await login(["-t", "contoso.com"]);
    await login(["-t", "fabrikam.com"]);
    expect(await run(["list", "-e", environment, "--account", "maker"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining("maker@contoso.com/public/fabrikam.com"),
    });
    expect((await run(["logout", "--account", "maker/public/fabrikam.com"])).exitCode).toBe(0);
    expect((await run(["list", "-e", environment, "--account", "maker"])).exitCode).toBe(0);
  });

  test("with the browser", async () => {
    const { login, identity } = await somebody();
    let shown = "";
    const fetch = identity.fetch();
    const signingIn = login(["--browser"], {
      env: { HOME: "/nowhere", XDG_STATE_HOME: folderWith({}), BROWSER: "/bin/true" },
      keys: [[/If it does not open, go to:\n(.*)\n/, ""]],
      fetch: (url, init) => fetch(url, init),
      onStderr: (text) => {
        const address = /go to:\n(\S+)/.exec(text)?.[1];
        if (address === undefined || shown !== "") return;
        shown = address;
        void identity.browse(address);
      },
    });
    expect(await signingIn).toMatchObject({
      stdout: expect.stringMatching(/^Signed in as maker@contoso\.com/),
    });
    expect(new URL(shown).searchParams.get("code_challenge_method")).toBe("S256");
  }, 30_000);

  test("a settings file fills what the command line leaves open", async () => {
    const { run, home, identity, service } = await somebody();
    writeFileSync(
      join(home, "s.json"),
      JSON.stringify({
        clientId: "client-1",
        tenant: "tenant-1",
        resource: "https://gov.service.powerapps.us/",
        unknown: 1,
      }),
    );
    const args = ["login", "-s", "s.json", "-a", identity.url, "--pau", service.url];
    expect((await run(args)).exitCode).toBe(0);
    const { path, body } = identity.requests.at(-1)!;
    expect(path).toBe("/tenant-1/oauth2/v2.0/token");
    expect(body.get("client_id")).toBe("client-1");
    expect(body.get("scope")).toContain("https://gov.service.powerapps.us//.default");
    await run([...args, "-t", "tenant-2"]);
    expect(identity.requests.at(-1)!.path).toBe("/tenant-2/oauth2/v2.0/token");
    writeFileSync(
      join(home, "s.json"),
      JSON.stringify({ authorityUrl: "https://evil.example.com" }),
    );
    expect(await run(["login", "-s", "s.json"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/evil\.example\.com, which is no host/),
    });
  });

  test.each([
    [{ error: "authorization_declined", number: 70018 }, /declined/],
    [{ error: "expired_token", number: 70020 }, /not used in time/],
  ])("a code that is not used: %j", async (fault, message) => {
    const { login, identity, file } = await somebody();
    identity.deviceFault = fault;
    expect(await login()).toMatchObject({
      exitCode: 4,
      stdout: "",
      stderr: expect.stringMatching(message),
    });
    expect(existsSync(file) && readFileSync(file, "utf8").includes("maker")).toBe(false);
  });

  test.each([
    [65001, /Nobody has agreed that the application/],
    [65002, /may not use Power Platform/],
    [50076, /second proof.*[\s\S]*--browser/],
    [53003, /conditional access/],
    [50020, /not in the tenant/],
    [500011, /knows no service https:\/\/service\.powerapps\.com/],
    [700016, /does not know the application/],
    [90002, /no tenant "common"/],
    [70043, /session has ended/],
    [99999, /Signing in at .* failed: Something stands in the way/],
  ])("AADSTS%d says what happened and what to do", async (number, message) => {
    const { login, identity } = await somebody();
    identity.fault = number;
    const { exitCode, stderr } = await login();
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(message),
    });
    expect(stderr).toContain("trace-1");
  });
});

describe("applications and machines", () => {
  test("by a secret, which is never kept and renews the token while it is there", async () => {
    const { login, run, identity, env, kept, seen } = await somebody({
      PACONN_CLIENT_SECRET: appSecret,
    });
    identity.expiresIn = 60;
    const { exitCode, stdout, stderr } = await login(["--service-principal", ...asApp, "--debug"]);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      `Signed in as ${appId} (service principal, tenant ${tenantId}, cloud public).\n`,
    );
    expect(stderr).toContain("client_secret=***");
    const before = identity.requests.length;
    expect((await run(["environments"])).exitCode).toBe(0);
    expect(identity.requests.length).toBeGreaterThan(before);
    const { PACONN_CLIENT_SECRET: _, ...without } = env as NodeJS.ProcessEnv;
    expect(await run(["environments"], { env: without })).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/\$PACONN_CLIENT_SECRET is not set/),
    });
    expect(kept() + seen()).not.toContain(appSecret);
    expect((await run(["whoami"])).stdout).toContain("renews from $PACONN_CLIENT_SECRET");
  });

  test("the list of environments is the one of administrators", async () => {
    const { login, run, service } = await somebody({
      AZURE_CLIENT_SECRET: appSecret,
      AZURE_CLIENT_ID: appId,
      AZURE_TENANT_ID: "contoso.com",
    });
    expect((await login(["--service-principal"])).exitCode).toBe(0);
    await run(["environments"]);
    expect(service.requests.at(-1)!.path).toContain("scopes/admin");
  });

  test("by a secret on standard input, or a wrong one", async () => {
    const { login, kept, seen } = await somebody({ OTHER: "wrong-secret-value" });
    expect(
      (await login(["--client-secret-stdin", ...asApp], { stdin: `${appSecret}\n` })).exitCode,
    ).toBe(0);
    expect(await login(["--client-secret-env", "OTHER", ...asApp])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/The secret of the application .* is wrong/),
    });
    expect(kept() + seen()).not.toMatch(/the~secret|wrong-secret-value/);
  });

  test.each([undefined, "password-of-the-key"])(
    "by a certificate, password %s",
    async (passphrase) => {
      const { login, home, identity, kept } = await somebody({ KEY_PASSWORD: passphrase });
      const { private: key, cert } = await generate([{ name: "commonName", value: "app" }], {
        keySize: 2048,
        algorithm: "sha256",
      });
      identity.certificate = cert;
      const pem = createPrivateKey(key).export({
        type: "pkcs8",
        format: "pem",
        ...(passphrase !== undefined && { cipher: "aes-256-cbc", passphrase }),
      });
      writeFileSync(join(home, "app.pem"), `${pem}${cert}\n`);
      const args = ["--certificate", "app.pem", ...asApp];
      if (passphrase !== undefined) {
        expect(await login(args)).toMatchObject({
          exitCode: 4,
          stderr: expect.stringMatching(/needs a password/),
        });
        args.push("--certificate-password-env", "KEY_PASSWORD");
      }
      expect(await login(args)).toMatchObject({ exitCode: 0 });
      expect(identity.requests.at(-1)!.body.get("client_assertion_type")).toContain("jwt-bearer");
      expect(kept()).not.toMatch(/PRIVATE KEY|password-of-the-key/);
      writeFileSync(join(home, "app.pem"), "nothing");
      expect(await login(args)).toMatchObject({
        exitCode: 4,
        stderr: expect.stringMatching(/no certificate in PEM form[\s\S]*openssl pkcs12/),
      });
    },
    30_000,
  );

  test("by the token of a pipeline", async () => {
    const { login, identity, home, kept, env } = await somebody();
    const github = {
      ...env,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${identity.url}/github-token?api-version=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "job-token",
    };
    expect(await login(["--federated", "github", ...asApp], { env: github })).toMatchObject({
      exitCode: 0,
    });
    expect(await login(["--federated", "github", ...asApp])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/id-token: write/),
    });
    const devops = {
      ...env,
      SYSTEM_OIDCREQUESTURI: `${identity.url}/devops-token`,
      SYSTEM_ACCESSTOKEN: "job-token",
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: "connection-1",
    };
    expect(await login(["--federated", "azure-devops", ...asApp], { env: devops })).toMatchObject({
      exitCode: 0,
    });
    writeFileSync(join(home, "token"), `${federatedToken}\n`);
    expect(await login(["--federated-token-file", "token", ...asApp])).toMatchObject({
      exitCode: 0,
    });
    writeFileSync(join(home, "token"), "another.token.here");
    expect(await login(["--federated-token-file", "token", ...asApp])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/trusts no token from where/),
    });
    expect(kept()).not.toContain(federatedToken);
  });

  test("a managed identity", async () => {
    const requests: URL[] = [];
    const machine = createServer((request, response) => {
      requests.push(new URL(request.url!, "http://x"));
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(
        JSON.stringify({
          access_token: tokenOf(maker),
          expires_in: "3600",
          expires_on: String(Math.floor(Date.now() / 1_000) + 3_600),
          resource: "https://service.powerapps.com/",
          token_type: "Bearer",
        }),
      );
    });
    await new Promise<void>((resolve) => machine.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void machine.close());
    const { login } = await somebody();
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(machine.address() as AddressInfo).port}/token`;
    process.env.IDENTITY_HEADER = "header";
    onTestFinished(() => {
      delete process.env.IDENTITY_ENDPOINT;
      delete process.env.IDENTITY_HEADER;
    });
    expect(await login(["--managed-identity", "client-1"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Signed in as client-1 \(managed identity/),
    });
    expect(requests[0]!.searchParams.get("client_id")).toBe("client-1");
    expect(requests[0]!.searchParams.get("resource")).toBe("https://service.powerapps.com/");
  });

  test("a token from elsewhere, for something else told at once", async () => {
    const { login, run, seen } = await somebody();
    const token = tokenOf(maker);
    expect(await login(["--token-stdin"], { stdin: `${token}\n` })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Signed in as maker@contoso\.com \(token/),
    });
    expect((await run(["list", "-e", environment])).exitCode).toBe(0);
    const other = await login(["--token-stdin"], {
      stdin: tokenOf(maker, { aud: "https://graph.microsoft.com" }),
    });
    expect(other.stderr).toMatch(
      /The token is for https:\/\/graph\.microsoft\.com, and the service expects/,
    );
    expect(seen()).not.toContain(token);
  });

  test.each([
    [["--service-principal", "-t", "contoso.com"], /which application/],
    [["--service-principal", "-i", appId], /one tenant/],
    [["--browser", "--managed-identity"], /Only one way/],
    [["--cloud", "moon"], /Allowed choices are public, gcc/],
    [["-a", "nonsense"], /no web address/],
  ])("%j is wrong usage", async (args, message) => {
    const { login } = await somebody({ PACONN_CLIENT_SECRET: appSecret });
    expect(await login(args)).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringMatching(message),
    });
  });
});

test("a file that cannot be read is told and not overwritten; logout --all removes it", async () => {
  const { login, run, state, file } = await somebody();
  mkdirSync(state, { recursive: true });
  writeFileSync(file, '{ "version": 1, "acc');
  for (const result of [
    await login(),
    await login(["--force"]),
    await run(["environments"]),
    await run(["whoami"]),
  ])
    expect(result).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/accounts\.json.* cannot be read[\s\S]*logout --all/),
    });
  expect(readFileSync(file, "utf8")).toBe('{ "version": 1, "acc');
  expect((await run(["logout", "--all"])).exitCode).toBe(0);
  expect((await login()).exitCode).toBe(0);
});

test("the shipped program signs in, over HTTPS that Node itself trusts, and stays signed in", async () => {
  const { identity, service, home, env } = await somebody();
  writeFileSync(join(home, "ca.pem"), identity.ca);
  const program = (...args: string[]) =>
    promisify(execFile)(process.execPath, [packageFile("dist", "paconn.js"), ...args], {
      cwd: home,
      env: {
        ...process.env,
        ...env,
        NODE_EXTRA_CA_CERTS: join(home, "ca.pem"),
        HTTPS_PROXY: "",
        HTTP_PROXY: "",
      },
    });
  const addresses = ["--pau", service.url, "--flow-url", service.url, "--bap-url", service.url];
  const { stdout } = await program("login", "-a", identity.url, ...addresses);
  expect(stdout).toMatch(/^Signed in as maker@contoso\.com/);
  expect((await program("environments", "--json")).stdout).toContain(environment);
  expect((await program("whoami")).stdout).toContain("maker@contoso.com");
  expect((await program("doctor")).stdout).toMatch(/ok {3}sign-in +https:\/\/localhost/);
}, 60_000);

test("a state folder that cannot be written is told, and an account that is none is passed over", async () => {
  const { run, login, home, env, file, state } = await somebody();
  writeFileSync(join(home, "occupied"), "");
  const result = await login([], { env: { ...env, XDG_STATE_HOME: join(home, "occupied") } });
  expect(result).toMatchObject({
    exitCode: 4,
    stderr: expect.stringMatching(/accounts\.json.* cannot be (read|written)/),
  });
  mkdirSync(state, { recursive: true });
  writeFileSync(file, '{"accounts":[null,{"id":1},"x"]}');
  expect(await run(["whoami"])).toMatchObject({ exitCode: 4, stdout: "" });
  expect((await run(["logout", "--all"])).exitCode).toBe(0);
});

test("two processes that renew and write at once, a hundred rounds each, lose neither session", async () => {
  const { identity, login, run, home, env, file } = await somebody();
  await login();
  identity.user = colleague;
  await login(["--force"]);
  // A token that was renewed away is worth nothing any more: whoever loses the new one is signed out.
  identity.isStrict = true;
  writeFileSync(join(home, "ca.pem"), identity.ca);
  const names = ["maker", "colleague"];
  const renewing = Promise.all(
    names.map((name) =>
      promisify(execFile)(
        process.execPath,
        ["--import", "tsx", packageFile("test", "service", "refresher.ts"), name, "100"],
        {
          cwd: packageFile(),
          env: { ...process.env, ...env, NODE_EXTRA_CA_CERTS: join(home, "ca.pem") },
        },
      ),
    ),
  );
  let isDone = false;
  void renewing.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    JSON.parse(readFileSync(file, "utf8"));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect((await renewing).map(({ stdout }) => stdout)).toEqual(["100", "100"]);
  identity.expiresIn = 60;
  for (const name of names)
    expect((await run(["list", "-e", environment, "--account", name])).exitCode, name).toBe(0);
  expect(readdirSync(dirname(file))).toEqual(["accounts.json"]);
}, 120_000);
