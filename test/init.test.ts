import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { authKinds, startKinds } from "../cli/templates/template.js";
import { profiles } from "../connector/connector.js";
import { environment } from "./service/powerApps.js";
import { userOf } from "./service/user.js";
import { folderWith, paconn } from "./terminal.js";

const definition = "apiDefinition.swagger.json";
const files = [definition, "apiProperties.json", "settings.json", "readme.md"];

/** What a maker puts in the place of each placeholder. */
const answers: Record<string, string> = {
  title: "Contoso Items",
  "host name": "items.contoso.com",
  description: "Contoso Items keeps the items of a company in one place for everybody.",
  publisher: "Contoso",
  "owner of the service": "Contoso",
  "support url": "https://www.contoso.com/support",
  "support email": "support@contoso.com",
  "website url": "https://www.contoso.com/items",
  "privacy policy url": "https://www.contoso.com/privacy",
  categories: "Data;Productivity",
  "client id": "00000000-0000-0000-0000-000000000000",
  "authorization url": "https://login.contoso.com/authorize",
  "token url": "https://login.contoso.com/token",
  scope: "items.read",
  "resource uri": "https://items.contoso.com",
  "where users find their API key": "The key is on the page of your account.",
  "where users get an account": "Ask the support for an account.",
  "where to register an application": "https://www.contoso.com/applications",
};

function fill(folder: string): void {
  for (const name of files) {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.replace(/\[\[(.*?)\]\]/g, (_, what: string) => {
        expect(Object.keys(answers)).toContain(what);
        return answers[what]!;
      }),
    );
  }
}

const combinations = authKinds.flatMap((auth) => startKinds.map((start) => ({ auth, start })));
const init = (folder: string, ...args: string[]) => paconn(["init", ...args], { folder });
const read = (...path: string[]) => readFileSync(join(...path), "utf8");

describe.each(combinations)("--auth $auth --with $start", ({ auth, start }) => {
  const args = ["new", "--auth", auth, "--with", start];

  test("what was filled in has no finding in any profile", async () => {
    const folder = folderWith({});
    expect((await init(folder, ...args)).exitCode).toBe(0);
    fill(join(folder, "new"));
    for (const profile of profiles) {
      const { stdout } = await paconn(["validate", "--json", "--profile", profile, "new"], {
        folder,
      });
      expect(JSON.parse(stdout)).toMatchObject({ findings: [], summary: { connectors: 1 } });
    }
  });

  test("the rules point at every placeholder of the definition that they can tell from a value", async () => {
    const folder = folderWith({});
    const { stdout } = await init(folder, ...args, "--json");
    const placeholders: { file: string; line: number; column: number; text: string }[] =
      JSON.parse(stdout).placeholders;
    const judged = await paconn(["validate", "--json", "new"], { folder });
    const places = new Set(
      JSON.parse(judged.stdout).findings.map(
        ({ file, range }: { file: string; range: { start: { line: number } } }) =>
          `${file}:${range.start.line}`,
      ),
    );
    const missed = placeholders.filter(
      ({ file, line }) => file === `new/${definition}` && !places.has(`${file}:${line}`),
    );
    expect(new Set(missed.map(({ text }) => text))).toEqual(
      new Set([
        "[[publisher]]",
        ...(auth === "oauth2" ? ["[[authorization url]]", "[[token url]]", "[[scope]]"] : []),
      ]),
    );
  });
});

test.each(combinations)(
  "the service creates what --auth $auth --with $start made",
  async ({ auth, start }) => {
    const { run, folder, service } = await userOf();
    expect((await init(folder, "new", "--auth", auth, "--with", start)).exitCode).toBe(0);
    fill(join(folder, "new"));
    const secret = auth === "oauth2" || auth === "aad" ? ["--secret", "a-secret"] : [];
    const { exitCode } = await run(["create", "new", "-e", environment, ...secret]);
    expect(exitCode).toBe(0);
    const [id] = service.connectors.get(environment)!.keys();
    expect(JSON.parse(read(folder, "new", "settings.json"))).toMatchObject({
      connectorId: id,
      environment,
      apiDefinition: definition,
      apiProperties: "apiProperties.json",
      icon: null,
    });
  },
);

test("nothing is asked elsewhere than on a terminal; title and host are taken", async () => {
  const folder = folderWith({});
  const title = 'Contoso  "Items"\n';
  const { exitCode, stdout, stderr } = await init(
    folder,
    ...["--title", title, "--host", "items.contoso.com:8443"],
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(read(folder, definition))).toMatchObject({
    info: { title: 'Contoso "Items"' },
    host: "items.contoso.com:8443",
    paths: { "/items": {}, "/items/{id}": {} },
  });
  expect(JSON.parse(read(folder, "settings.json"))).toEqual({
    connectorId: null,
    environment: null,
    apiProperties: "apiProperties.json",
    apiDefinition: definition,
    icon: null,
  });
  expect(read(folder, "readme.md")).toMatch(/^# Contoso "Items"\n/);
  expect(stdout).not.toContain("[[title]]");
  expect(stdout).toMatch(/apiDefinition\.swagger\.json:5:21\s+\[\[description\]\]\n/);
  expect(stderr).toContain("`paconn validate`");
  expect(readdirSync(folder).sort()).toEqual([".git", ...files].sort());
});

test("the readme lists what users see of the operations, and has the sections that are asked for", async () => {
  const folder = folderWith({});
  await init(folder, "--with", "webhook");
  expect(read(folder, "readme.md").match(/^#.*$/gm)).toEqual([
    "# [[title]]",
    "## Publisher: [[publisher]]",
    "## Prerequisites",
    "## Supported Operations",
    "### List items",
    "### Get an item",
    "### When an item is created",
    "## Obtaining Credentials",
    "## Known Issues and Limitations",
    "## Deployment Instructions",
  ]);
});

test("--json tells files and placeholders, each with its place", async () => {
  const folder = folderWith({});
  const { stdout, stderr } = await init(folder, "a b/new", "--auth", "oauth2", "--json");
  const told = JSON.parse(stdout);
  expect(stderr).toBe("");
  expect(told).toMatchObject({
    folder: "a b/new",
    files: files.map((name) => join("a b/new", name)),
  });
  const found = files.flatMap((name) => read(folder, "a b/new", name).match(/\[\[.*?\]\]/g) ?? []);
  expect(told.placeholders.map(({ text }: { text: string }) => text)).toEqual(found);
  for (const { file, line, column, text } of told.placeholders)
    expect(
      read(folder, file)
        .split("\n")
        [line - 1]!.slice(column - 1),
    ).toSatisfy((rest) => rest.startsWith(text));
});

test.each(["https://items.contoso.com", "items.contoso.com/v1", "items contoso", "{host}", ""])(
  "%j is no host",
  async (host) => {
    const folder = folderWith({});
    const { exitCode, stderr } = await init(folder, "--host", host);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("It must be a host alone");
    expect(readdirSync(folder)).toEqual([".git"]);
  },
);

describe("files that are there", () => {
  const there = { "README.md": "mine", "settings.json": "{}", "other.txt": "other" };

  test("stay, are named, and nothing else is written", async () => {
    const folder = folderWith(there);
    const { exitCode, stderr } = await init(folder, ".");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("settings.json, README.md are there already. Nothing was written.");
    expect(readdirSync(folder).sort()).toEqual([".git", ...Object.keys(there)].sort());
    expect(read(folder, "README.md")).toBe("mine");
  });

  test("are overwritten with --overwrite, under the names that they have", async () => {
    const folder = folderWith(there);
    expect((await init(folder, "--overwrite")).exitCode).toBe(0);
    expect(read(folder, "README.md")).toContain("## Prerequisites");
    expect(read(folder, "other.txt")).toBe("other");
    expect(existsSync(join(folder, "readme.md"))).toBe(false);
  });

  test("are asked about on a terminal before anything else", async () => {
    const folder = folderWith(there);
    const no = await paconn(["init"], { folder, keys: [[/Overwrite\?/, "n"]] });
    expect(no.exitCode).toBe(2);
    expect(no.stderr).not.toContain("How do users sign in?");
    expect(read(folder, "README.md")).toBe("mine");
  });
});

test("a write that fails leaves nothing behind", async () => {
  const folder = folderWith({});
  let written = 0;
  const { exitCode, stderr } = await paconn(["init", "deep/new"], {
    folder,
    writeFile: async (path, bytes) => {
      if (++written === 3) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      writeFileSync(path, bytes);
    },
  });
  expect(exitCode).toBe(3);
  expect(stderr).toContain("cannot be written: there is no space left.");
  expect(readdirSync(folder)).toEqual([".git"]);
});

test.each(["file", "file/below"])(
  "%s cannot be its folder, since a file is there",
  async (path) => {
    const folder = folderWith({ file: "mine" });
    const { exitCode, stderr } = await init(folder, path);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(`${path} cannot be read: a part of its path is no folder.`);
    expect(read(folder, "file")).toBe("mine");
  },
);

describe("on a terminal", () => {
  test("what no option tells is asked for", async () => {
    const folder = folderWith({});
    const { exitCode, stderr } = await paconn(["init"], {
      folder,
      keys: [
        [/How do users sign in\?/, "entra\r"],
        [/What does it begin with\?/, "polling\r"],
        [/What is its title\?/, "Contoso Items\r"],
        [/What is the host/, "https://contoso.com\r"],
        [/It must be a host alone/, "\u0015items.contoso.com\r"],
      ],
    });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(read(folder, definition))).toMatchObject({
      info: { title: "Contoso Items" },
      host: "items.contoso.com",
      paths: { "/new-items": { get: { "x-ms-trigger": "batch" } } },
      securityDefinitions: { aad: {} },
    });
  });

  test("options are not asked for, and title and host may stay open", async () => {
    const folder = folderWith({});
    const { exitCode, stderr } = await paconn(["init", "--auth", "basic", "--with", "action"], {
      folder,
      keys: [
        [/What is its title\?/, "\r"],
        [/What is the host/, "\r"],
      ],
    });
    expect(exitCode).toBe(0);
    expect(stderr).not.toMatch(/How do users|begin with/);
    expect(JSON.parse(read(folder, definition))).toMatchObject({
      info: { title: "[[title]]" },
      host: "[[host name]]",
    });
  });

  test("leaving a question writes nothing", async () => {
    const folder = folderWith({});
    const { exitCode } = await paconn(["init", "new"], {
      folder,
      keys: [
        [/How do users sign in\?/, "\r"],
        [/What does it begin with\?/, "\u0003"],
      ],
    });
    expect(exitCode).toBe(130);
    expect(readdirSync(folder)).toEqual([".git"]);
  });
});
