import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import {
  type Archive,
  type ArchivedFile,
  folderOfMac,
  type Location,
} from "../connector/archive.js";
import { UserError } from "./errors.js";

/** What an archive may unpack to, with all that is in it. */
export const mostUnpackedBytes = 100_000_000;

/** No package has so many; a list of them would take the memory that their contents do not. */
const mostEntries = 20_000;

/** A package, the inner package, a solution: nothing is looked for in a deeper one. */
const mostLevels = 3;

/** What is read of a package; the rest is only listed. */
const wanted =
  /(?:^|\/)(?:customizations\.xml|solution\.xml)$|^Connector\/[^/]+$|^Workflows\/[^/]+\.json$|^[^/]+\.md$/i;

/**
 * Reads an archive and those in it, entry by entry, in memory: nothing is written.
 * @throws UserError when it is none, is broken or encrypted, leads out of itself, or unpacks to too much
 */
export async function readArchive(path: string, shown: string): Promise<Archive> {
  // The bundle hands out a CommonJS library that is loaded late by its default alone.
  const { default: yauzl } = await import("yauzl");
  const reading = new ArchiveReading();
  const location = [shown];
  const file = await yauzl
    .openPromise(path, { lazyEntries: true })
    .catch((error: Error) => refuse(location, error));
  return reading.read(file, location);
}

class ArchiveReading {
  private bytes = 0;
  private entries = 0;

  async read(file: ZipFile, location: Location): Promise<Archive> {
    const files = new Map<string, ArchivedFile>();
    const folders = new Set<string>();
    try {
      this.entries += file.entryCount;
      if (this.entries > mostEntries)
        throw new UserError(
          `${told(location)} has more than ${mostEntries} entries.`,
          "No package has so many.",
          3,
        );
      for await (const entry of file.eachEntry()) {
        const path = this.check(entry, location);
        if (path.includes("/")) folders.add(path.slice(0, path.indexOf("/")));
        if (path.endsWith("/")) continue;
        if (files.has(path))
          throw new UserError(
            `${told(location)}: "${path}" is in it twice.`,
            "Make the archive again.",
            3,
          );
        files.set(path, await this.readEntry(file, entry, path, location));
      }
    } catch (error) {
      refuse(location, error as Error);
    } finally {
      file.close();
    }
    return { files, folders: [...folders].sort() };
  }

  /** The path of an entry, after it has been found to be harmless. yauzl refuses those that lead out of the archive. */
  private check(entry: Entry, location: Location): string {
    const path = entry.fileName;
    if (entry.isEncrypted())
      throw new UserError(
        `${told(location)}: "${path}" is encrypted.`,
        "Make the archive without a password.",
        3,
      );
    const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
    if (isLink)
      throw new UserError(
        `${told(location)}: "${path}" is a link.`,
        "Put the file in its place.",
        3,
      );
    return path;
  }

  private async readEntry(
    file: ZipFile,
    entry: Entry,
    path: string,
    location: Location,
  ): Promise<ArchivedFile> {
    const size = entry.uncompressedSize;
    if (path.startsWith(`${folderOfMac}/`)) return { size };
    const isArchive = /\.zip$/i.test(path) && location.length < mostLevels;
    if (!isArchive && !wanted.test(path)) return { size };
    this.bytes += size;
    if (this.bytes > mostUnpackedBytes)
      throw new UserError(
        `${told(location)} unpacks to more than ${mostUnpackedBytes / 1_000_000} MB.`,
        "No package is so large.",
        3,
      );
    const chunks: Buffer[] = [];
    // Ends with an error when there is more than was said.
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    // The library leaves it to others to compare them.
    if (crc32(content) !== entry.crc32)
      throw new UserError(`${told(location)}: "${path}" is damaged.`, "Make the archive again.", 3);
    if (!isArchive) return { size, content };
    const { default: yauzl } = await import("yauzl");
    const within = [...location, path];
    const inner = await yauzl
      .fromBufferPromise(content, { lazyEntries: true })
      .catch((error: Error) => refuse(within, error));
    return { size, archive: await this.read(inner, within) };
  }
}

function told(location: Location): string {
  return location.join(" > ");
}

/** Says in words what yauzl refused. @throws UserError always */
function refuse(location: Location, error: Error): never {
  if (error instanceof UserError) throw error;
  const { message } = error;
  const reason = /relative path|absolute path|invalid characters/i.test(message)
    ? `an entry leads out of it (${message})`
    : /end of central directory|signature|truncated|unexpected EOF|extends beyond|invalid|too (?:few|many) bytes|incorrect|size/i.test(
          message,
        )
      ? "it is no whole zip archive"
      : message;
  throw new UserError(`${told(location)} cannot be read: ${reason}.`, "Make the archive again.", 3);
}
