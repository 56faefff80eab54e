import { basename, dirname, resolve } from "node:path";
import { glob } from "tinyglobby";

/** A folder that holds a connector. */
export interface FoundConnector {
  /** Its absolute path. */
  folder: string;
}

/** Finds the connectors in a folder and below it; `node_modules` and `.git` are skipped. */
export async function findConnectors(folder: string): Promise<FoundConnector[]> {
  const paths = await glob(["**/*.swagger.json", "**/apiProperties.json", "**/settings.json"], {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    dot: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  const folders = new Set<string>();
  for (const path of paths) {
    const name = basename(path).toLowerCase();
    if (name === "apidefinition.swagger.json" || name === "apiproperties.json")
      folders.add(resolve(dirname(path)));
  }
  return [...folders].sort().map((each) => ({ folder: each }));
}
