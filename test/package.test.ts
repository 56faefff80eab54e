/** Certification packages as they lie on disk, good ones, faulty ones and hostile ones. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { readArchive } from "../host/readArchive.js";
import { folderWith, paconn } from "./terminal.js";

type Content = string | Uint8Array | { [path: string]: Content };

/** An archive; what is an object in it is an archive itself. A path that ends in `/` is an empty folder. */
async function zip(entries: { [path: string]: Content }): Promise<Buffer> {
  const file = new ZipFile();
  for (const [path, content] of Object.entries(entries)) {
    if (path.endsWith("/")) file.addEmptyDirectory(path);
    else if (typeof content === "string" || content instanceof Uint8Array)
      file.addBuffer(Buffer.from(content), path);
    else file.addBuffer(await zip(content), path);
  }
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const icon = PNG.sync.write(
  Object.assign(new PNG({ width: 100, height: 100 }), {
    data: Buffer.alloc(40_000, Buffer.from([0, 120, 212, 255])),
  }),
);

const definition = {
  swagger: "2.0",
  info: { title: "Contoso Tickets API", version: "1.0" },
  host: "api.contoso.com",
  paths: {
    "/tickets": { get: { operationId: "ListTickets", responses: { 200: { description: "OK" } } } },
  },
};

function solution(hasFlow: boolean, more: { [path: string]: Content } = {}) {
  const at = "Connector/new_tickets";
  return {
    "[Content_Types].xml": "<Types/>",
    "solution.xml":
      "<ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>",
    "customizations.xml": `<ImportExportXml>
  ${hasFlow ? "<Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows>" : "<Workflows></Workflows>"}
  <Connectors><Connector>
    <displayname>Contoso Tickets</displayname><iconbrandcolor>#0078d4</iconbrandcolor><name>new_tickets</name>
    <openapidefinition>/${at}_openapidefinition.json</openapidefinition>
    <connectionparameters>/${at}_connectionparameters.json</connectionparameters>
    <policytemplateinstances>/${at}_policytemplateinstances.json</policytemplateinstances>
    <iconblob>/${at}_iconblob.Png</iconblob>
  </Connector></Connectors>
</ImportExportXml>`,
    [`${at}_openapidefinition.json`]: JSON.stringify(definition, null, 2),
    [`${at}_connectionparameters.json`]: '\uFEFF{\n  "api_key": { "type": "securstring" }\n}',
    [`${at}_policytemplateinstances.json`]: "null",
    [`${at}_iconblob.Png`]: icon,
    ...(hasFlow && { "Workflows/Sync.json": '{ "api": "shared_tickets" }' }),
    ...more,
  };
}

const good = () => ({
  "intro.md": "# Contoso Tickets",
  "package.zip": {
    "PkgAssets/connector.zip": solution(false) as Content,
    "PkgAssets/flow.zip": solution(true) as Content,
    "PkgAssets/ImportConfig.xml": "<x/>",
    "[Content_Types].xml": "<Types/>",
  },
});

async function check(
  entries: { [path: string]: Content },
  command: string[] = ["package", "check"],
) {
  const folder = folderWith({ "ContosoPackage.zip": await zip(entries) });
  const { exitCode, stdout, stderr } = await paconn(
    [...command, "--no-config", "--json", "ContosoPackage.zip"],
    { folder },
  );
  const { findings, summary } =
    stdout === "" ? { findings: [], summary: undefined } : JSON.parse(stdout);
  return {
    exitCode,
    stderr,
    summary,
    findings: findings as {
      rule: string;
      file: string;
      message: string;
      pointer: string;
      fixable: boolean;
      range: object;
    }[],
  };
}

test("a package, and the connector in it", async () => {
  for (const command of [["package", "check"], ["validate"]]) {
    const { findings, exitCode, stderr, summary } = await check(good(), command);
    expect(stderr).toBe("");
    expect(exitCode).toBe(1);
    expect(summary).toMatchObject({ connectors: 1, files: 1 });
    expect(findings.filter(({ rule }) => rule.startsWith("package-"))).toEqual([]);
    const connector =
      "ContosoPackage.zip > package.zip > PkgAssets/connector.zip > Connector/new_tickets";
    expect(findings.find(({ rule }) => rule === "info-title-no-restricted-words")).toMatchObject({
      file: `${connector}_openapidefinition.json`,
      pointer: "/info/title",
      range: { start: { line: 4, column: 14 } },
      fixable: false,
    });
    expect(
      findings.find(
        ({ rule, pointer }) => rule === "json-value-in-enum" && pointer === "/api_key/type",
      ),
    ).toMatchObject({
      file: `${connector}_connectionparameters.json`,
      range: { start: { line: 2, column: 24 } },
    });
    expect(findings.find(({ rule }) => rule === "intro-sections")).toMatchObject({
      file: "ContosoPackage.zip > intro.md",
    });
    expect(findings.map(({ rule }) => rule)).not.toContain("publisher-present");
    expect(findings.map(({ rule }) => rule)).not.toContain("readme-present");
  }
});

test("a solution by itself", async () => {
  const { findings } = await check(solution(false));
  expect(findings.filter(({ rule }) => rule.startsWith("package-"))).toEqual([]);
  expect(findings.find(({ rule }) => rule === "info-title-no-restricted-words")).toMatchObject({
    file: "ContosoPackage.zip > Connector/new_tickets_openapidefinition.json",
  });
});

test("all faults are told at once", async () => {
  const { findings } = await check({
    "extra/x.txt": "x",
    "package.zip": {
      "PkgAssets/connector.zip": solution(false, {
        "[Content_Types].xml": "",
        "solution.xml": "<Managed>1</Managed>",
      }) as Content,
      "PkgAssets/deep/other.txt": "x",
      "Other/readme.txt": "x",
    },
  });
  expect(
    [
      ...new Set(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("package-"))),
    ].sort(),
  ).toEqual([
    "package-assets-folder",
    "package-outer-contents",
    "package-solution-roles",
    "package-solution-unmanaged",
    "package-solutions-count",
  ]);
});

test("a plugin is recognised by itself", async () => {
  const plugin = solution(false, { "aiplugins/a.xml": "<a/>", "aipluginoperations/b.xml": "<b/>" });
  plugin["customizations.xml"] = plugin["customizations.xml"].replace(
    "</ImportExportXml>",
    '<aicopilot_aiplugin id="1"/></ImportExportXml>',
  );
  const entries = good();
  const { findings } = await check({
    ...entries,
    "package.zip": { ...entries["package.zip"], "PkgAssets/plugin.zip": plugin as Content },
  });
  expect(findings.filter(({ rule }) => rule.startsWith("package-"))).toEqual([]);
});

/** A package whose connector is called `name` and whose flow is `flow`. */
function packageWith(name: string, flow: string, more: { [path: string]: Content } = {}) {
  const renamed = (parts: ReturnType<typeof solution>) => ({
    ...parts,
    "customizations.xml": parts["customizations.xml"].replace("new_tickets<", `${name}<`),
  });
  return {
    ...good(),
    "package.zip": {
      "PkgAssets/connector.zip": renamed(solution(false)) as Content,
      "PkgAssets/flow.zip": {
        ...renamed(solution(true)),
        "Workflows/Sync.json": flow,
        ...more,
      } as Content,
    },
  };
}

test.each([
  ["new_fabrikam-20tasks", "shared_new-5ffabrikam-20tasks-5f0123456789abcdef", true],
  ["new_fabrikam-5ftasks", "shared_new-5ffabrikam-5ftasks-5f0123456789abcdef", true],
  ["new_fabrikam_tasks", "shared_new-5ffabrikam-5ftasks-5f0123456789abcdef", true],
  ["new_fabrikamtasks", "shared_fabrikamtasks", true],
  ["new_fabrikam-20tasks", "new_fabrikam-20tasks", true],
  ["new_fabrikam-20tasks", "shared_new-5fcontoso-20tasks-5f0123456789abcdef", false],
])("a connector called %s in a flow with %s", async (name, id, isUsed) => {
  const flow = JSON.stringify({ api: { id: `/providers/Microsoft.PowerApps/apis/${id}` } });
  const { findings } = await check(packageWith(name, flow));
  expect(findings.filter(({ rule }) => rule.startsWith("package-"))).toHaveLength(isUsed ? 0 : 1);
});

test("the definitions of two solutions are compared by what they say", async () => {
  const path = "Connector/new_tickets_openapidefinition.json";
  const told = async (text: string) => {
    const { findings } = await check(
      packageWith("new_tickets", '{ "api": "shared_tickets" }', { [path]: text }),
    );
    return findings.filter(({ rule }) => rule === "package-same-connector");
  };
  const { swagger, ...rest } = definition;
  expect(await told(`\uFEFF${JSON.stringify({ ...rest, swagger })}`)).toEqual([]);
  expect(await told(JSON.stringify({ ...definition, host: "other.contoso.com" }))).toMatchObject([
    { message: expect.stringContaining("another API definition") },
  ]);
});

test("broken JSON in a solution is told where it is", async () => {
  const entries = good();
  entries["package.zip"]["PkgAssets/connector.zip"] = solution(false, {
    "Connector/new_tickets_connectionparameters.json": "{ oops",
  }) as Content;
  const { findings } = await check(entries);
  expect(findings.find(({ rule }) => rule === "json-syntax")?.file).toMatch(
    /_connectionparameters\.json$/,
  );
});

test("a whole apiProperties.json in a solution is told once, and what it says judged", async () => {
  const properties = {
    properties: {
      iconBrandColor: "#0078d4",
      capabilities: ["actions"],
      connectionParameters: { api_key: { type: "securstring" } },
      policyTemplateInstances: [],
    },
  };
  const at = "Connector/new_tickets";
  const parts = solution(false, {
    [`${at}_connectionparameters.json`]: JSON.stringify(properties, null, 2),
    [`${at}_policytemplateinstances.json`]: JSON.stringify(properties),
  });
  const { findings } = await check(parts);
  const within = (file: string) =>
    findings
      .filter((each) => each.file.endsWith(file))
      .map(({ rule, pointer }) => `${rule} ${pointer}`.trim());
  expect(within("_policytemplateinstances.json")).toEqual(["package-bare-values"]);
  const parameter = "/properties/connectionParameters/api_key";
  expect(within("_connectionparameters.json")).toEqual([
    "package-bare-values",
    `connection-parameter-shown-with-text ${parameter}`,
    `json-value-in-enum ${parameter}/type`,
  ]);
});

test("what cannot be read in a solution is told", async () => {
  const entries = packageWith("new_tickets", "{", {
    "solution.xml": "garbage",
    "Connector/new_tickets_openapidefinition.json": "{ oops",
  });
  entries["package.zip"]["PkgAssets/connector.zip"] = solution(false, {
    "Connector/new_tickets_connectionparameters.json": "",
  }) as Content;
  const { findings } = await check(entries);
  const broken = findings.filter(({ rule }) => /^package-|^json-syntax$/.test(rule));
  expect(
    broken.map(({ rule, file }) => `${rule}: ${file.split(" > ").slice(2).join(" > ")}`),
  ).toEqual([
    "json-syntax: PkgAssets/connector.zip > Connector/new_tickets_connectionparameters.json",
    "json-syntax: PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json",
    "package-flow-syntax: PkgAssets/flow.zip > Workflows/Sync.json",
    "package-solution-files: PkgAssets/flow.zip > solution.xml",
  ]);
});

test("what macOS adds is to be removed, and is not taken for archives", async () => {
  const entries = good();
  const { findings } = await check({
    ...entries,
    "__MACOSX/._package.zip": "Mac OS X",
    "package.zip": { ...entries["package.zip"], "__MACOSX/PkgAssets/._flow.zip": "Mac OS X" },
  });
  expect(findings.filter(({ rule }) => rule.startsWith("package-"))).toMatchObject([
    { message: "The package has the folder __MACOSX, which macOS adds; remove it." },
    { message: "The inner package has the folder __MACOSX, which macOS adds; remove it." },
  ]);
});

test("nothing can be fixed in a package", async () => {
  const folder = folderWith({ "p.zip": await zip(good()) });
  const { exitCode, stderr } = await paconn(["validate", "--fix", "p.zip"], { folder });
  expect(stderr).toMatch(/nothing can be fixed/);
  expect(exitCode).toBe(2);
});

test.each([
  [["package", "check", "nothing.zip"], /nothing\.zip does not exist/],
  [["package", "check", "readme.md"], /is no package/],
  [["package", "check"], /missing required argument/],
])("%j", async (args, words) => {
  const folder = folderWith({ "readme.md": "" });
  const { exitCode, stderr } = await paconn(args, { folder });
  expect(stderr).toMatch(words);
  expect(exitCode).toBe(2);
});

describe("hostile archives", () => {
  /** Writes something else over a name in the bytes of an archive. */
  function renamed(archive: Buffer, from: string, to: string): Buffer {
    expect(to).toHaveLength(from.length);
    return Buffer.from(archive.toString("latin1").replaceAll(from, to), "latin1");
  }

  const zeros = Buffer.alloc(60_000_000);

  test.each<[string, () => Promise<Buffer>, RegExp]>([
    [
      "no archive",
      async () => Buffer.from("PK nothing"),
      /p\.zip cannot be read: it is no whole zip archive/,
    ],
    ["empty", async () => Buffer.alloc(0), /p\.zip cannot be read: it is no whole zip archive/],
    ["cut off", async () => (await zip(good())).subarray(0, 2_000), /no whole zip archive/],
    [
      "damaged",
      async () => {
        const bytes = await zip(good());
        bytes.fill(0, 40, 400);
        return bytes;
      },
      /cannot be read/,
    ],
    [
      "leads out",
      async () => renamed(await zip({ "aa/evil.md": "x" }), "aa/evil.md", "../evil.md"),
      /leads out of it/,
    ],
    [
      "absolute",
      async () => renamed(await zip({ "a/evil.md": "x" }), "a/evil.md", "/aevil.md"),
      /leads out of it/,
    ],
    [
      "drive",
      async () => renamed(await zip({ "ab/evil.md": "x" }), "ab/evil.md", "C:/evil.md"),
      /leads out of it/,
    ],
    [
      "nested and cut off",
      async () =>
        zip({ "intro.md": "x", "package.zip": (await zip({ "a/b.zip": "x" })).subarray(0, 60) }),
      /p\.zip > package\.zip cannot be read/,
    ],
    [
      "a bomb",
      async () =>
        zip({
          "package.zip": { "a/b.zip": { "customizations.xml": zeros, "solution.xml": zeros } },
        }),
      /p\.zip > package\.zip > a\/b\.zip unpacks to more than 100 MB/,
    ],
    [
      "encrypted",
      async () => {
        const bytes = await zip({ "intro.md": "x" });
        for (const signature of ["PK\x01\x02", "PK\x03\x04"]) {
          const at = bytes.indexOf(signature, 0, "latin1");
          bytes[at + (signature.endsWith("\x02") ? 8 : 6)]! |= 1;
        }
        return bytes;
      },
      /"intro\.md" is encrypted/,
    ],
    [
      "the same name twice",
      async () => renamed(await zip({ "intro.md": "x", "introo.m": "y" }), "introo.m", "intro.md"),
      /twice/,
    ],
    [
      "another content than was packed",
      async () => {
        const file = new ZipFile();
        file.addBuffer(Buffer.from("# Contoso"), "intro.md", { compress: false });
        file.end();
        const chunks: Buffer[] = [];
        for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
        const bytes = Buffer.concat(chunks);
        bytes[bytes.indexOf("Contoso")] = 0;
        return bytes;
      },
      /"intro\.md" is damaged/,
    ],
    [
      "a link",
      async () => {
        const file = new ZipFile();
        file.addBuffer(Buffer.from("/etc/passwd"), "intro.md", { mode: 0o120777 });
        file.end();
        const chunks: Buffer[] = [];
        for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks);
      },
      /is a link/,
    ],
    [
      "very many entries",
      async () => {
        const bytes = await zip({ "intro.md": "x" });
        // The end of an archive says how many there are.
        bytes.writeUInt16LE(30_000, bytes.length - 14);
        bytes.writeUInt16LE(30_000, bytes.length - 12);
        return bytes;
      },
      /more than 20000 entries/,
    ],
  ])("%s", async (_, make, words) => {
    const folder = folderWith({ "p.zip": await make() });
    const { exitCode, stderr, stdout } = await paconn(["package", "check", "p.zip"], { folder });
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/bug of paconn/);
    expect(stdout).toBe("");
    expect(exitCode).toBe(3);
  });

  test("what is not looked into is not unpacked", async () => {
    const folder = folderWith({
      "p.zip": await zip({ "intro.md": "x", "large.bin": Buffer.alloc(120_000_000) }),
    });
    const { files } = await readArchive(join(folder, "p.zip"), "p.zip");
    expect(files.get("large.bin")).toEqual({ size: 120_000_000 });
  });

  test("paths with backslashes, as some programs write them", async () => {
    const folder = folderWith({
      "p.zip": renamed(await zip({ "a/b.txt": "x" }), "a/b.txt", "a\\b.txt"),
    });
    const { files, folders } = await readArchive(join(folder, "p.zip"), "p.zip");
    expect([...files.keys()]).toEqual(["a/b.txt"]);
    expect(folders).toEqual(["a"]);
    writeFileSync(join(folder, "q.zip"), readFileSync(join(folder, "p.zip")));
  });
});
