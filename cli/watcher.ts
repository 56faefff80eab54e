import { type FSWatcher, statSync, watch } from "node:fs";

/** The names in a folder that are of interest; all when there is no list. */
export type Watched = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** How long nothing must happen until what was written counts as whole, in milliseconds. */
const pause = 80;

/** Watches folders, since editors put new files in the place of old ones, and tells when files in them have changed. */
export class Watcher {
  private readonly watchers = new Map<string, { watcher: FSWatcher; inode: number }>();
  private watched: Watched = new Map();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly changed: () => void) {}

  /**
   * Watches these folders and no others.
   * @returns whether one of them was not watched before, so that a change may have been missed
   */
  watch(watched: Watched): boolean {
    this.watched = watched;
    for (const folder of this.watchers.keys()) if (!watched.has(folder)) this.unwatch(folder);
    let isMore = false;
    for (const folder of watched.keys()) isMore = this.add(folder) || isMore;
    return isMore;
  }

  /** Tells a little later that something may have changed. */
  tell(after = pause): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.changed, after);
  }

  close(): void {
    clearTimeout(this.timer);
    for (const folder of [...this.watchers.keys()]) this.unwatch(folder);
  }

  private add(folder: string): boolean {
    try {
      const { ino: inode } = statSync(folder);
      const known = this.watchers.get(folder);
      if (known?.inode === inode) return false;
      // Another folder of the same name stands there now.
      this.unwatch(folder);
      const watcher = watch(folder, (_, name) => {
        const names = this.watched.get(folder);
        if (name === null || names === undefined || names.has(name)) this.tell();
      });
      watcher.on("error", () => {
        this.unwatch(folder);
        this.tell();
      });
      this.watchers.set(folder, { watcher, inode });
      return true;
    } catch {
      // It is not there at present.
      return false;
    }
  }

  private unwatch(folder: string): void {
    this.watchers.get(folder)?.watcher.close();
    this.watchers.delete(folder);
  }
}
