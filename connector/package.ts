import type { Solution, SolutionParts } from "./solution.js";

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

/** Tells what the description of a solution says; `undefined` when it is no XML. */
export type ReadSolution = (customizations: string, solution: string) => SolutionParts | undefined;

/**
 * The package that a verified publisher submits: an archive with `intro.md` and an archive, in that a folder with the archives of
 * two or three solutions.
 */
export class CertificationPackage {
  constructor(
    readonly root: Archive,
    private readonly readSolution: ReadSolution,
  ) {}

  /** The names of the files at the root that end in something, ignoring case. */
  namesAtRoot(ending: string): string[] {
    return namesIn(this.root, "", ending);
  }

  /** The inner package: the first archive at the root. */
  get inner(): { location: Location; archive: Archive } | undefined {
    const [name] = this.namesAtRoot(".zip");
    const archive = name === undefined ? undefined : this.root.files.get(name)?.archive;
    return name === undefined || archive === undefined ? undefined : { location: [name], archive };
  }

  /** The folder of the inner package that holds the solutions. */
  get assets(): string | undefined {
    const { folders = [], files } = this.inner?.archive ?? {};
    const withArchives = folders.find((folder) =>
      [...(files?.keys() ?? [])].some(
        (path) => path.startsWith(`${folder}/`) && /\.zip$/i.test(path),
      ),
    );
    return withArchives ?? folders[0];
  }

  get solutions(): readonly Solution[] {
    const { inner, assets } = this;
    if (inner === undefined || assets === undefined) return [];
    return namesIn(inner.archive, assets, ".zip").flatMap((name) => {
      const path = `${assets}/${name}`;
      const archive = inner.archive.files.get(path)?.archive;
      return archive === undefined
        ? []
        : [solutionOf(archive, [...inner.location, path], this.readSolution)];
    });
  }
}

/** A solution, and what its description says of it. */
export function solutionOf(
  archive: Archive,
  location: Location,
  readSolution: ReadSolution,
): Solution {
  const text = (name: string) => {
    const path = [...archive.files.keys()].find((each) => each.toLowerCase() === name);
    const content = path === undefined ? undefined : archive.files.get(path)?.content;
    return content === undefined ? undefined : new TextDecoder().decode(content);
  };
  const customizations = text("customizations.xml");
  return {
    location,
    archive,
    parts:
      customizations === undefined
        ? undefined
        : readSolution(customizations, text("solution.xml") ?? ""),
  };
}

/** Whether an archive is a single solution, as it is exported. */
export function isSolution({ files }: Archive): boolean {
  return [...files.keys()].some((path) => path.toLowerCase() === "customizations.xml");
}

/** The names of the files directly in a folder that end in something, ignoring case. */
export function namesIn({ files }: Archive, folder: string, ending: string): string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [...files.keys()].flatMap((path) => {
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : "/";
    return !name.includes("/") && name.toLowerCase().endsWith(ending) ? [name] : [];
  });
}
