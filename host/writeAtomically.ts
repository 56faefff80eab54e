import { randomBytes } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { reasonOf, UserError } from "./errors.js";

/**
 * Writes a file whole or not at all: readers never see half of it, and a failure loses nothing.
 * Links are followed. What is no file, such as `/dev/null` or a pipe, is written to as it is.
 * @throws UserError
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const known = await stat(target).catch(() => undefined);
    if (known !== undefined && !known.isFile()) return await writeFile(target, text);
    await writeFile(draft, text, { flag: "wx", ...(known !== undefined && { mode: known.mode }) });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    // What is written need not be there, but its folder.
    const isWithoutFolder = (error as NodeJS.ErrnoException).code === "ENOENT";
    const reason = isWithoutFolder ? "its folder does not exist" : reasonOf(error);
    throw new UserError(`${path} cannot be written: ${reason}.`, undefined, 3);
  }
}
