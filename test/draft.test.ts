import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConnectorFile } from "../connector/connector.js";
import { JsonText } from "../connector/json.js";
import { valueAt } from "../connector/reference.js";
import { Draft } from "../language/draft.js";
import { runs } from "./propertyRuns.js";

const fileOf = (text: string) => new ConnectorFile("apiDefinition", "/connector/a.json", text);

const read = `{
  "a": { "b": [1, 2, { "c": "x" }] },
  "d": "y"
}`;

describe("a draft", () => {
  it("is the file when nothing differs", () => {
    const draft = new Draft(fileOf(read));
    expect(draft.isRead).toBe(true);
    expect(draft.toFile(7)).toBe(7);
    expect(draft.pointerAt(read.indexOf('"x"') + 1)).toBe("/a/b/2/c");
    expect(draft.value("/a/b/1")).toBe(2);
  });

  it("reads the object around what differs by itself", () => {
    const text = read.replace('"c": "x"', '"c": "x", "e": tru');
    const draft = new Draft(fileOf(read), text);
    expect(draft.part).toMatchObject({ pointer: "/a/b/2" });
    expect(draft.value("/a/b/2/c")).toBe("x");
    expect(draft.value("/d")).toBe("y");
    expect(draft.pointerAt(text.indexOf("tru") + 2)).toBe("/a/b/2/e");
    expect(draft.pointerAt(text.indexOf('"y"') + 1)).toBe("/d");
  });

  it("keeps a fault from what stands around it", () => {
    const text = read.replace('{ "c": "x" }', '{ "c": "x }');
    const draft = new Draft(fileOf(read), text);
    expect(draft.value("/d")).toBe("y");
    expect(draft.pointerAt(text.indexOf('"y"') + 1)).toBe("/d");
    const d = draft.file.json.key("/d")!;
    expect(draft.span(d)).toEqual({ offset: text.indexOf('"d"'), length: 3 });
  });

  it("has no place for what is written over", () => {
    const draft = new Draft(fileOf(read), read.replace('"c": "x"', '"d"'));
    expect(draft.span(draft.file.json.node("/a/b/2/c")!)).toBeUndefined();
    expect(draft.span(draft.file.json.node("/a")!)).toEqual({ offset: 9, length: 24 });
  });

  it("reads the whole text when it is another one", () => {
    const draft = new Draft(fileOf(read), '["z"]');
    expect(draft.part.pointer).toBe("");
    expect(draft.value("/0")).toBe("z");
  });

  it("looks past a byte order mark", () => {
    const draft = new Draft(fileOf(read), `\uFEFF${read}`);
    expect(draft.pointerAt(read.indexOf('"y"') + 2)).toBe("/d");
    expect(draft.range({ offset: 0, length: 1 })!.start.character).toBe(1);
  });

  it("knows an item that is put in before one that begins alike", () => {
    const draft = new Draft(fileOf('[[{"b": 2}], 3]'), '[[{"a": 1}, {"b": 2}], 3]');
    expect(draft.pointerAt(13)).toBe("/0/1/b");
    expect(draft.value("/0")).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it("stays at the innermost part where a bracket is too many", () => {
    const draft = new Draft(fileOf('{"a": {"b": 1, "c": 2}}'), '{"a": {"b": 1}, "c": 2}}');
    expect(draft.part.pointer).toBe("/a");
    expect(draft.pointerAt(9)).toBe("/a/b");
  });

  it("says of any change that leaves the text whole what reading it says", () => {
    const json = fc.json({ maxDepth: 4 });
    fc.assert(
      fc.property(json, json, fc.nat(), fc.nat(5), (before, piece, at, removed) => {
        const start = at % (before.length + 1);
        const after = before.slice(0, start) + piece + before.slice(start + removed);
        const file = fileOf(before);
        for (const text of [after, piece]) {
          const draft = new Draft(file, text);
          const whole = new JsonText(text);
          for (let offset = 0; offset <= text.length; offset++) {
            const pointer = draft.pointerAt(offset);
            draft.toFile(offset);
            if (whole.isComplete && whole.problems.length === 0) {
              expect(pointer).toBe(whole.pointerAt(offset));
              // What is around the part that was read by itself is known as it was.
              if (
                !`${draft.part.pointer}/`.startsWith(`${pointer}/`) ||
                draft.part.pointer === pointer
              )
                expect(draft.value(pointer)).toEqual(valueAt(whole.value, pointer));
            }
          }
        }
      }),
      runs(300),
    );
  });

  it("finds again what it has moved", () => {
    fc.assert(
      fc.property(fc.nat(read.length), fc.nat(8), fc.string(), (start, length, by) => {
        const text = read.slice(0, start) + by + read.slice(start + length);
        const draft = new Draft(fileOf(read), text);
        for (let offset = 0; offset < read.length; offset++) {
          const span = draft.span({ offset, length: 1 });
          const isWrittenOver = offset >= start && offset < start + length;
          if (span?.length === 1 && !isWrittenOver) expect(text[span.offset]).toBe(read[offset]);
        }
      }),
      runs(),
    );
  });
});
