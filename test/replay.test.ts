import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packageFile } from "../host/packageFile.js";
import { differences } from "./service/differences.js";
import { type Recording, recorded, recordings, replay } from "./service/replay.js";

const address = "http://127.0.0.1:1";

/** What our command is called with to do the same. */
function argumentsOf({ argv }: Recording): string[] {
  const [command, ...rest] = argv;
  switch (command) {
    case "validate":
      return ["validate", "--remote", "--no-config", "--quiet", ...rest];
    case "update":
      return ["update", "--no-validate", "--overwrite-newer", ...rest];
    case "create":
      return ["create", "--no-validate", ...rest];
    default:
      return argv;
  }
}

/** What a person answers; by the choice that is marked when paconn was answered by a number. */
function keysOf({ answers = [] }: Recording): [RegExp, string][] {
  const typed = answers.map(([, text]): [RegExp, string] => [
    /\?/,
    /^[yn]/.test(text) ? text.charAt(0) : "\r",
  ]);
  return [...typed, [/\?/, "\r"]];
}

describe.skipIf(recordings.length === 0)("what paconn did in the same situation", () => {
  const used = new Set<string>();

  test.each(recordings.map((recording) => [recording.name, recording] as const))(
    "%s",
    async (name, recording) => {
      const paconn = recorded(recording);
      for (const request of paconn.requests)
        request.url = request.url.replace("http://@HTTPHOST@", address);
      for (const path of Object.keys(paconn.files))
        paconn.files[path] = paconn.files[path]!.replaceAll("@HTTP@", address);
      const { stdout, stderr, exitCode, ...ours } = await replay(
        recording,
        argumentsOf(recording),
        recording.interactive ? keysOf(recording) : undefined,
      );
      for (const difference of differences) {
        if (!difference.in.test(name)) continue;
        const before = JSON.stringify([paconn, ours]);
        difference.adjust(paconn, ours);
        if (JSON.stringify([paconn, ours]) !== before) used.add(difference.id);
      }
      expect(ours, `exit code ${exitCode}\n${stdout}${stderr}`).toEqual(paconn);
    },
    60_000,
  );

  test("every difference shows somewhere", () => {
    expect(differences.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

test("the documentation names every difference, and no other that could be recorded", () => {
  const page = readFileSync(packageFile("docs", "commands.md"), "utf8");
  const [, section = ""] = page.split("## Differences from Microsoft's paconn");
  const rows = [...section.matchAll(/^\| `([a-z-]+)` \|(.*)\|$/gm)];
  const recordedOnes = rows.filter(([, , row]) => !row!.includes("(not recorded)"));
  expect(recordedOnes.map(([, id]) => id).sort()).toEqual(differences.map(({ id }) => id).sort());
});

test.runIf(recordings.length === 0)("the recordings are not here, so nothing was replayed", () => {
  console.log("Skipped: what paconn did (PACONN_RECORDINGS names the folder of the recordings).");
});
