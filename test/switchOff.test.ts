import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyChanges } from "../connector/edit.js";
import { placeForRuleset } from "../host/ruleset.js";
import { rulesetWithout, switchOff } from "../host/switchOff.js";
import { folderWith } from "./terminal.js";

function off(text: string, name = ".spectral.yaml", rule = "host-valid"): string | undefined {
  const changes = switchOff(join("/connectors", name), text, rule);
  return changes && applyChanges(text, changes);
}

describe("a rule is switched off in YAML", () => {
  test.each([
    ["", 'extends: paconn\nrules:\n  host-valid: "off"\n'],
    ["extends: paconn\n", 'extends: paconn\nrules:\n  host-valid: "off"\n'],
    ["extends: paconn # ours", 'extends: paconn # ours\nrules:\n  host-valid: "off"\n'],
    ["extends: paconn\r\n", 'extends: paconn\r\nrules:\r\n  host-valid: "off"\r\n'],
    ["rules:\n", 'rules:\n  host-valid: "off"\n'],
    [
      "rules: # none yet\nextends: paconn\n",
      'rules:\n  host-valid: "off" # none yet\nextends: paconn\n',
    ],
    [
      "rules:\n    # why\n    a: off\n    b: error # here\nextends: paconn\n",
      'rules:\n    # why\n    host-valid: "off"\n    a: off\n    b: error # here\nextends: paconn\n',
    ],
    ["rules:\n  host-valid: error # strict\n", 'rules:\n  host-valid: "off" # strict\n'],
    ["rules: { a: off }\n", 'rules: { a: off, host-valid: "off" }\n'],
    ["rules: {}\n", "rules: { host-valid: off }\n"],
    [
      "rules:\n  host-valid:\n    given: $\n    severity: error\n",
      "rules:\n  host-valid:\n    given: $\n    severity: off\n",
    ],
    [
      "overrides:\n  - files: ['*']\n    rules:\n      a: off\n",
      "overrides:\n  - files: ['*']\n    rules:\n      a: off\nrules:\n  host-valid: \"off\"\n",
    ],
  ])("%j", (before, after) => {
    expect(off(before)?.replaceAll('"off"', "off")).toBe(after.replaceAll('"off"', "off"));
  });

  test.each([
    "rules:\n  host-valid: off\n",
    "- a\n",
    "rules: [\n",
    "rules: text\n",
    "x: &off info\nrules:\n  host-valid: &s info\n  other: *s\n",
    "rules: *none\n",
    "text",
  ])("not in %j", (text) => {
    expect(off(text)).toBeUndefined();
  });
});

test("in JSON", () => {
  expect(off('{\n  "extends": ["paconn"]\n}\n', ".spectral.json")).toBe(
    '{\n  "extends": ["paconn"],\n  "rules": {\n    "host-valid": "off"\n  }\n}\n',
  );
  expect(off('{"rules":{"a":"off"}}', ".spectral.json")).toBe(
    '{"rules":{"a":"off","host-valid":"off"}}',
  );
  expect(off('{"rules":{"host-valid":{"severity":"error"}}}', ".spectral.json")).toBe(
    '{"rules":{"host-valid":{"severity":"off"}}}',
  );
  expect(off('{"rules":', ".spectral.json")).toBeUndefined();
});

test("not in JavaScript", () => {
  expect(off("export default {};", ".spectral.mjs")).toBeUndefined();
});

test("a name that YAML would take for something else is quoted", () => {
  expect(rulesetWithout("no")).toContain("\n  no:");
  expect(off("", ".spectral.yaml", "a: b")).toContain('"a: b": "off"');
});

test("a first configuration is in the highest folder that is open, within the repository", () => {
  const root = folderWith({ "connectors/contoso/apiProperties.json": "{}" });
  const folder = join(root, "connectors", "contoso");
  expect(placeForRuleset(folder, [root])).toBe(join(root, ".spectral.yaml"));
  expect(placeForRuleset(folder, [folder, join(root, "connectors")])).toBe(
    join(root, "connectors", ".spectral.yaml"),
  );
  // Above the root of the repository it would not be found.
  expect(placeForRuleset(folder, [join(root, "..")])).toBe(join(folder, ".spectral.yaml"));
  expect(placeForRuleset(folder, [])).toBe(join(folder, ".spectral.yaml"));
  expect(placeForRuleset(homedir(), [homedir()])).toBe(join(homedir(), ".spectral.yaml"));
});
