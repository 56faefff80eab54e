/** What an archive holds, by the paths inside it; `/` separates folders, and no path leads out of it. */
export interface Archive {
  files: ReadonlyMap<string, ArchivedFile>;
  /** The folders at its root, with and without files. */
  folders: readonly string[];
}

export interface ArchivedFile {
  /** In bytes, unpacked. */
  size: number;
  /** What it holds, of the files that are looked into. */
  content?: Uint8Array;
  /** What it holds when it is an archive itself. */
  archive?: Archive;
}

/** Where something is in a package: the paths from archive to archive. */
export type Location = readonly string[];

/** How something in an archive is shown: `outer.zip > package.zip > PkgAssets/flow.zip`. */
export function nestedPath(path: string, location: Location): string {
  return [path, ...location].join(" > ");
}

/**
 * The folder in which macOS keeps what no other file system has a place for, when it makes an archive. Each file has one of its
 * name there, which holds something else.
 */
export const folderOfMac = "__MACOSX";

/** The names of the files directly in a folder that end in something, ignoring case. */
export function namesIn({ files }: Archive, folder: string, ending: string): string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [...files.keys()].flatMap((path) => {
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : "/";
    return !name.includes("/") && name.toLowerCase().endsWith(ending) ? [name] : [];
  });
}
