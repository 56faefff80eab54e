/**
 * Thousands of random messages to the language server: every request that it announces, with right and wrong parameters,
 * between random edits, most of which break the text. `FUZZ_SEED=7` repeats a conversation, `FUZZ_MESSAGES=100000` holds a longer one.
 */
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { contoso, example } from "./contoso.js";
import { applied, Editor, pushing, uriOf } from "./editor.js";
import { announced, editsIn, faultsOfRanges, paramsAbout } from "./requests.js";

const messages = Number(process.env.FUZZ_MESSAGES ?? 10_000);
const seed = Number(process.env.FUZZ_SEED ?? 1);
vi.setConfig({ testTimeout: 600_000 });

/** A generator of numbers from 0 to 1 that are the same for a seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is written at random: parts of JSON, names that others call, and what hardly any text has. */
const pieces = [
  ...['"', "{", "}", "[", "]", ",", ":", "\\", "\n", "\r\n", "\t", " ", "/*", "*/", "//"],
  ...['"operationId": "', '"$ref": "#/definitions/', '"x-ms-dynamic-values": {', '"parameters": ['],
  ...[
    "@connectionParameters('",
    "@{headers('a'",
    '"policyTemplateInstances": [{',
    "null",
    "-1e9",
    "true",
  ],
  ...[
    "ListTickets",
    "é",
    "𝒞",
    "\uD800",
    "\uFEFF",
    "\u0000",
    "\u2028",
    '"__proto__": ',
    '"constructor"',
  ],
  '"a": '.repeat(200),
  "[".repeat(1_200),
];

/** What stands in for parameters. */
const nonsense: readonly unknown[] = [
  null,
  1,
  "x",
  [],
  {},
  { textDocument: 1 },
  { textDocument: { uri: 1 } },
];

test(`${messages} random messages, seed ${seed}`, async () => {
  const random = randomFrom(seed);
  const upTo = (end: number) => Math.floor(random() * end);
  const one = <Item>(items: readonly Item[]): Item => items[upTo(items.length)]!;
  const { root, definition, properties } = contoso({ "more/settings.json": '{ "a": 1 }' });
  const editor = await Editor.start({ folders: [root], capabilities: pushing });
  const good = new Map([
    [definition, example["apiDefinition.swagger.json"]!],
    [properties, example["apiProperties.json"]!],
    [join(root, "more/settings.json"), '{ "apiDefinition": "x.json" }'],
  ]);
  const paths = [...good.keys()];
  for (const [path, text] of good) editor.open(path, text);
  const methods = announced(editor.initializeResult.capabilities).filter(
    // They answer when something changes, and open pages.
    (method) => method !== "workspace/diagnostic" && method !== "workspace/executeCommand",
  );
  const faults: string[] = [];
  let answers: Promise<void>[] = [];
  const note = (words: string) => {
    if (faults.length < 20) faults.push(words);
  };
  /** Whatever the answer is, there has to be one, and an error has to say what is wrong. */
  const ask = (method: string, params: unknown, check?: (answer: unknown) => void) =>
    answers.push(
      editor.connection.sendRequest<unknown>(method, params).then(check, (error) => {
        if (!/^-32[0-9]{3}$/.test(String(error.code)) || !error.message)
          note(`${method}: ${error.code} ${error.message}`);
      }),
    );
  const change = (path: string) => {
    const { text } = editor.texts.get(path)!;
    const document = TextDocument.create("file:///x", "json", 1, text);
    const from = upTo(text.length + 1);
    const to = Math.min(text.length, from + (random() < 0.5 ? 0 : upTo(40)));
    // A line end is cut in two by no editor, so positions count as the server counts them.
    const range = { start: document.positionAt(from), end: document.positionAt(to) };
    editor.change(path, [{ range, newText: random() < 0.3 ? "" : one(pieces) }]);
  };
  const heal = (path: string) => {
    const { text } = editor.texts.get(path)!;
    const end = TextDocument.create("file:///x", "json", 1, text).positionAt(text.length);
    editor.change(path, [
      { range: { start: { line: 0, character: 0 }, end }, newText: good.get(path)! },
    ]);
  };
  /** With texts that are whole and at rest, answers are held against them. */
  const inspect = async () => {
    await Promise.all(answers);
    answers = [];
    for (const path of paths) heal(path);
    for (const path of paths) {
      const uri = uriOf(path);
      const text = good.get(path)!;
      const from = upTo(text.length);
      for (const method of methods)
        ask(method, paramsAbout(uri, text, from, Math.min(text.length, from + 20)), (answer) => {
          const textOf = (at: string) => paths.find((each) => uriOf(each) === at);
          for (const fault of faultsOfRanges(answer, uri, (at) => good.get(textOf(at) ?? "")))
            note(`${method} at ${from} of ${path}: ${fault}`);
          if (!/rename|ormatting/.test(method)) return;
          for (const [at, edits] of editsIn(answer, uri)) {
            const before = good.get(textOf(at) ?? "");
            if (before !== undefined)
              expect(
                () => JSON.parse(applied(before, edits)),
                `${method} at ${from}`,
              ).not.toThrow();
          }
        });
    }
    await Promise.all(answers);
    answers = [];
  };

  for (let sent = 0; sent < messages; sent++) {
    const path = one(paths);
    const { text } = editor.texts.get(path)!;
    const kind = random();
    if (kind < 0.3) change(path);
    else if (kind < 0.33) heal(path);
    else if (kind < 0.35) {
      editor.close(path);
      editor.open(path, text);
    } else if (kind < 0.36) editor.save(path);
    else if (kind < 0.37) editor.notify(one(["$/unknown", "textDocument/unknown"]), one(nonsense));
    else if (kind < 0.38)
      editor.notify("workspace/didChangeWatchedFiles", {
        changes: [{ uri: uriOf(path), type: 1 + upTo(3) }],
      });
    else if (kind < 0.39) ask(one(["unknown/request", "textDocument/moniker"]), one(nonsense));
    else if (kind < 0.45) ask(one(methods), one(nonsense));
    else {
      const from = upTo(text.length + 1);
      ask(one(methods), paramsAbout(uriOf(path), text, from, from + upTo(200)));
    }
    // Not all at once: an editor waits now and then, too.
    if (sent % 50 === 49) await Promise.all(answers);
    if (sent % 1_000 === 999) await inspect();
  }
  await inspect();
  expect(faults).toEqual([]);
  expect(editor.log.filter((words) => /bug of paconn|has a bug/.test(words))).toEqual([]);
  // In the end it knows the texts as they are.
  const fresh = await Editor.start({ folders: [root], capabilities: pushing });
  for (const [path, text] of good) fresh.open(path, text);
  for (const path of [definition, properties])
    expect(await editor.rules(path)).toEqual(await fresh.rules(path));
});
