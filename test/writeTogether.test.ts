import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { finishWriting, writeTogether } from "../host/writeTogether.js";
import { folderWith } from "./terminal.js";

const files = new Map([
  ["a.json", Buffer.from("a")],
  ["sub/b.png", Buffer.from([0, 255])],
]);

test("all files are there, in folders that are made, and nothing else is", async () => {
  const folder = join(folderWith({}), "x", "y");
  await writeTogether(folder, files);
  expect(readdirSync(folder).sort()).toEqual(["a.json", "sub"]);
  expect(readFileSync(join(folder, "sub", "b.png"))).toEqual(Buffer.from([0, 255]));
});

test.each([
  ["a file where a folder is needed", { sub: "file" }],
  ["a folder where a file is needed", { "a.json/x": "" }],
])("%s: nothing changes", async (_, there) => {
  const folder = folderWith({ ...there, "kept.txt": "kept" } as Record<string, string>);
  const before = readdirSync(folder).sort();
  await expect(writeTogether(folder, files)).rejects.toThrow(/cannot be written/);
  expect(readdirSync(folder).sort()).toEqual(before);
});

test("a failure takes away the folders that were made", async () => {
  const root = folderWith({});
  const failing = () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }));
  await expect(writeTogether(join(root, "x", "y"), files, failing)).rejects.toThrow(
    /no space left/,
  );
  expect(existsSync(join(root, "x"))).toBe(false);
});

test("a path that leads out of the folder is refused", async () => {
  const folder = folderWith({ "in/x": "" });
  await expect(
    writeTogether(join(folder, "in"), new Map([["../out.txt", Buffer.from("x")]])),
  ).rejects.toThrow(/lies outside/);
  expect(readdirSync(folder).sort()).toEqual([".git", "in"]);
});

test("what a killed process left: what is whole is moved, what is not goes when it is old", () => {
  const folder = folderWith({ "a.json": "old" });
  const whole = join(folder, ".paconn-whole-0123456789ab");
  const old = join(folder, ".paconn-draft-0123456789ab");
  const young = join(folder, ".paconn-draft-ba9876543210");
  for (const each of [whole, old, young]) mkdirSync(join(each, "sub"), { recursive: true });
  writeFileSync(join(whole, "a.json"), "new");
  writeFileSync(join(whole, "sub", "b"), "b");
  const hourAgo = Date.now() / 1_000 - 3_600;
  utimesSync(old, hourAgo, hourAgo);
  finishWriting(folder);
  expect(readdirSync(folder).sort()).toEqual([
    ".git",
    ".paconn-draft-ba9876543210",
    "a.json",
    "sub",
  ]);
  expect(readFileSync(join(folder, "a.json"), "utf8")).toBe("new");
});

test("links lead nowhere: neither out of the folder, nor to what is called like a folder of ours", async () => {
  const root = folderWith({ "in/x": "", "out/kept": "kept" });
  const folder = join(root, "in");
  symlinkSync("../out", join(folder, "link"));
  await expect(writeTogether(folder, new Map([["link/new", Buffer.from("x")]]))).rejects.toThrow(
    /lies outside/,
  );
  symlinkSync("../out", join(folder, ".paconn-whole-0123456789ab"));
  finishWriting(folder);
  mkdirSync(join(folder, ".paconn-whole-ba9876543210", "link"), { recursive: true });
  writeFileSync(join(folder, ".paconn-whole-ba9876543210", "link", "kept"), "theirs");
  expect(() => finishWriting(folder)).toThrow(/cannot be moved into place/);
  expect(readdirSync(join(root, "out"))).toEqual(["kept"]);
  expect(readFileSync(join(root, "out", "kept"), "utf8")).toBe("kept");
});

test("what was changed after the process was killed stays", () => {
  const folder = folderWith({});
  mkdirSync(join(folder, ".paconn-whole-0123456789ab"));
  writeFileSync(join(folder, ".paconn-whole-0123456789ab", "a.json"), "downloaded");
  writeFileSync(join(folder, "a.json"), "edited later");
  const later = Date.now() / 1_000 + 60;
  utimesSync(join(folder, "a.json"), later, later);
  finishWriting(folder);
  expect(readFileSync(join(folder, "a.json"), "utf8")).toBe("edited later");
});
