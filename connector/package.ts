import { type Archive, folderOfMac, type Location, namesIn } from "./archive.js";
import { type ReadSolution, type Solution, solutionOf } from "./solution.js";

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
    const { folders: all = [], files } = this.inner?.archive ?? {};
    const folders = all.filter((folder) => folder !== folderOfMac);
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
