import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { reasonOf, UserError } from "./errors.js";

/** Writes a file whole or not at all: readers never see half of it, and a failure loses nothing. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(draft, text, { flag: "wx" });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UserError(`${path} cannot be written: ${reasonOf(error)}.`, undefined, 3);
  }
}
