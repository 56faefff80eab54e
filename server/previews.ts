import { stat } from "node:fs/promises";
import { join } from "node:path";
import { usualNames } from "../connector/connector.js";
import { findConnectorOf } from "../host/findConnectors.js";
import type { Preview } from "../preview/server.js";
import type { Judged } from "./judging.js";
import { isAtOrBelow } from "./uris.js";
import type { Workspace } from "./workspace.js";

/** The previews of connectors: one page for each, which follows what is written and what changes on disk. */
export class Previews {
  private readonly byFolder = new Map<string, Promise<Preview>>();

  constructor(private readonly workspace: Workspace) {}

  /**
   * The address of the page of a connector, which is started when there is none.
   * @param path a file of the connector, or its folder
   * @returns nothing when there is no connector
   */
  async show(path: string): Promise<string | undefined> {
    const folder = await folderOf(path);
    if (folder === undefined) return undefined;
    let preview = this.byFolder.get(folder);
    if (preview === undefined) {
      preview = import("../preview/server.js").then(({ startPreview }) =>
        startPreview({ isFramed: true }),
      );
      this.byFolder.set(folder, preview);
      await this.judge(folder);
    }
    return (await preview).url;
  }

  /** A connector was judged, with the texts of the editor. */
  judged(folder: string, judged: Judged): void {
    const { connector, findings } = judged;
    if (connector !== undefined)
      void this.byFolder.get(folder)?.then((preview) => preview.show(connector, findings));
  }

  /** Files changed on disk, perhaps of a connector of which no file is open. */
  changedOnDisk(paths: readonly string[]): void {
    for (const folder of this.byFolder.keys())
      if (paths.some((path) => isAtOrBelow(path, folder))) void this.judge(folder);
  }

  async dispose(): Promise<void> {
    const all = await Promise.allSettled(this.byFolder.values());
    this.byFolder.clear();
    for (const each of all) if (each.status === "fulfilled") await each.value.close();
  }

  private async judge(folder: string): Promise<void> {
    const judged = await this.workspace.judgeOnce(folder).catch(() => undefined);
    if (judged !== undefined) this.judged(folder, judged);
  }
}

/** The folder of the connector that a path is about. */
async function folderOf(path: string): Promise<string | undefined> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const file = isFolder ? join(path, usualNames.apiDefinition) : path;
  return (await findConnectorOf(file, { currentFolder: null }))?.folder;
}
