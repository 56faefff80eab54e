import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { reasonOf, UserError } from "./errors.js";

/** Writes bytes to a new file and waits until the disk has them. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

/** Names of folders that hold what is not whole yet, and what is whole and only has to be moved. */
const draftName = /^\.paconn-draft-[0-9a-f]{12}$/;
const wholeName = /^\.paconn-whole-[0-9a-f]{12}$/;

/**
 * Writes several files of a folder together: all of them or none. They are written to a folder beside them first; its
 * new name then says that it is whole, and what is left is moving them, which no signal interrupts. A process that is
 * killed while it moves them leaves the rest to `finishWriting`.
 * @param files what to write, by path from the folder; a path that leads out of it is a bug of the caller
 * @throws UserError; the folder then is as it was
 */
export async function writeTogether(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  writeFile: WriteFile = writeNew,
): Promise<void> {
  finishWriting(folder);
  const id = randomBytes(6).toString("hex");
  const draft = join(folder, `.paconn-draft-${id}`);
  const made = firstMissing(folder);
  const cleanUp = () => {
    rmSync(draft, { recursive: true, force: true });
    if (made !== undefined) removeEmptyFolders(folder, made);
  };
  process.once("exit", cleanUp);
  let at = folder;
  try {
    await mkdir(draft, { recursive: true });
    for (const path of files.keys()) {
      at = join(folder, path);
      if (relative(folder, at).split(sep)[0] === "..") throw new Error("it lies outside");
      if (existsSync(at) && statSync(at).isDirectory()) throw new Error("it is a folder");
      await mkdir(dirname(join(draft, path)), { recursive: true });
    }
    // At once, since what takes time is waiting for the disk.
    const writing = await Promise.allSettled(
      [...files].map(([path, bytes]) => writeFile(join(draft, path), bytes)),
    );
    for (const [index, path] of [...files.keys()].entries()) {
      at = join(folder, path);
      const written = writing[index]!;
      if (written.status === "rejected") throw written.reason;
    }
    // A file where a folder is needed is found out before anything is moved.
    for (const path of files.keys()) {
      at = join(folder, path);
      mkdirSync(dirname(at), { recursive: true });
    }
    const whole = join(folder, `.paconn-whole-${id}`);
    renameSync(draft, whole);
    move(whole, folder);
  } catch (error) {
    cleanUp();
    throw new UserError(`${at} cannot be written: ${reasonOf(error)}.`, undefined, 3);
  } finally {
    process.off("exit", cleanUp);
  }
}

/** Ends what a process that was killed has begun in a folder: moves what is whole, removes what is not. */
export function finishWriting(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (wholeName.test(name)) move(path, folder);
    // Another process may be writing right now.
    else if (draftName.test(name) && Date.now() - statSync(path).mtimeMs > 60_000)
      rmSync(path, { recursive: true, force: true });
  }
}

function move(whole: string, folder: string): void {
  for (const entry of readdirSync(whole, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, relative(whole, from));
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  rmSync(whole, { recursive: true, force: true });
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The outermost folder on the way to `folder` that does not exist. */
function firstMissing(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const above = dirname(folder);
  return above === folder ? folder : (firstMissing(above) ?? folder);
}

/** Removes folders from `folder` up to `last` as long as nothing is in them. */
function removeEmptyFolders(folder: string, last: string): void {
  for (let at = folder; ; at = dirname(at)) {
    try {
      if (readdirSync(at).length > 0) return;
      rmSync(at, { recursive: true });
    } catch {
      return;
    }
    if (at === last) return;
  }
}
