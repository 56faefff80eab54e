import { randomBytes } from "node:crypto";
import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
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
      refuseOutside(folder, at);
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

/**
 * Ends what a process that was killed has begun in a folder: moves what is whole, removes what is not. A file that was
 * changed since then is left alone.
 * @throws UserError
 */
export function finishWriting(folder: string): void {
  for (const { path, isWhole } of unfinished(folder)) {
    try {
      if (isWhole) move(path, folder, statSync(path).ctimeMs);
      // Another process may be writing right now.
      else if (Date.now() - statSync(path).mtimeMs > 60_000)
        rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") continue;
      throw new UserError(
        `${path}, which an interrupted download left, cannot be moved into place: ${reasonOf(error)}.`,
        "Remove it, and download again.",
        3,
      );
    }
  }
}

/** Whether a killed process left files that only have to be moved. */
export function isUnfinished(folder: string): boolean {
  return unfinished(folder).some(({ isWhole }) => isWhole);
}

function unfinished(folder: string): { path: string; isWhole: boolean }[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  // A link of that name is none of ours.
  return entries
    .filter(
      (entry) => entry.isDirectory() && (wholeName.test(entry.name) || draftName.test(entry.name)),
    )
    .map(({ name }) => ({ path: join(folder, name), isWhole: wholeName.test(name) }));
}

/** @param before what was changed later than that, in milliseconds, stays as it is */
function move(whole: string, folder: string, before = Number.POSITIVE_INFINITY): void {
  for (const entry of readdirSync(whole, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, relative(whole, from));
    refuseOutside(folder, to);
    mkdirSync(dirname(to), { recursive: true });
    if (existsSync(to) && statSync(to).mtimeMs > before) continue;
    renameSync(from, to);
  }
  rmSync(whole, { recursive: true, force: true });
}

/** @throws Error when a link on the way leads out of the folder */
function refuseOutside(folder: string, path: string): void {
  let at = dirname(path);
  while (!existsSync(at)) at = dirname(at);
  const way = relative(realpathSync(folder), realpathSync(at));
  if (way.split(sep)[0] === ".." || isAbsolute(way)) throw new Error("it lies outside");
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
