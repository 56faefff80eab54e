import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { settingsSchema } from "../docs/settings.js";
import { packageFile } from "../host/packageFile.js";
import { readSettings } from "../server/settings.js";

const schema = JSON.parse(settingsSchema());
const isValid = new Ajv().compile(schema);
const names = Object.keys(schema.properties);

function complaintsAbout(settings: unknown): string[] {
  const complaints: string[] = [];
  readSettings(settings, (words) => complaints.push(words));
  return complaints;
}

const values = [
  "auto",
  "certified",
  "independent-publisher",
  "custom",
  "Custom",
  true,
  false,
  1,
  [],
  {},
  { enabled: true },
  { enabled: false },
  { enabled: "no" },
];

describe.each(names.filter((name) => !["isTrusted", "trace"].includes(name)))("%s", (name) => {
  test.each(values)("%j is right for the schema when it is for the server", (value) => {
    const settings = { [name]: value };
    // A list has no key for the server to be wrong.
    if (!Array.isArray(value))
      expect(complaintsAbout(settings).length === 0).toBe(isValid(settings));
  });
});

test("what the schema names otherwise is taken or left alone", () => {
  expect(readSettings({ isTrusted: true }, expect.fail)).toEqual({ isTrusted: true });
  expect(readSettings({ trace: { server: "verbose" } }, expect.fail)).toEqual({});
});

test("names that are misspelt are wrong for both", () => {
  for (const name of ["profiel", "codeLense", "inlayHint"]) {
    expect(isValid({ [name]: true })).toBe(false);
    expect(complaintsAbout({ [name]: true })).toHaveLength(1);
  }
});

/** Every setting by its full name, with what the schema says of it. */
function settingsIn(properties: Record<string, Described>, prefix: string): [string, Described][] {
  return Object.entries(properties).flatMap(([name, each]) =>
    each.properties === undefined
      ? [[`${prefix}${name}`, each] as [string, Described]]
      : settingsIn(each.properties, `${prefix}${name}.`),
  );
}

interface Described {
  properties?: Record<string, Described>;
  enum?: unknown[];
  default?: unknown;
}

test("the extension for VS Code has the same settings, but for trust, which is its own, and layout, which VS Code has", () => {
  const { contributes } = JSON.parse(
    readFileSync(packageFile("editors/vscode/package.json"), "utf8"),
  ) as { contributes: { configuration: { properties: Record<string, Described> } } };
  const own = Object.entries(contributes.configuration.properties);
  const facts = ([name, { enum: allowed, default: otherwise }]: [string, Described]) =>
    [name, allowed, otherwise] as const;
  const ours = settingsIn(schema.properties, "paconn.").filter(
    ([name]) => name !== "paconn.isTrusted",
  );
  const changed = ours.map(([name, each]): [string, Described] =>
    name === "paconn.formatting.enabled" ? [name, { ...each, default: false }] : [name, each],
  );
  expect(own.map(facts).sort()).toEqual(changed.map(facts).sort());
});

test("docs/editors.md names every setting", () => {
  const page = readFileSync(packageFile("docs/editors.md"), "utf8");
  for (const [name] of settingsIn(schema.properties, "")) expect(page).toContain(`\`${name}\``);
});
