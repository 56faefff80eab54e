import type { World } from "./command.js";

const width = 24;

/** A bar on a terminal that tells how far long work has come. */
export class Progress {
  private readonly since = performance.now();
  private done = 0;
  private isShown = false;

  constructor(
    private readonly total: number,
    private readonly stderr: World["stderr"],
    private readonly what: string,
  ) {}

  step(): void {
    this.done++;
    if (!this.stderr.isTTY || this.total < 2 || performance.now() - this.since < 500) return;
    const filled = Math.floor((this.done / this.total) * width);
    const bar = "█".repeat(filled) + "░".repeat(width - filled);
    this.stderr.write(`\r\u001b[K${bar} ${this.done} of ${this.total} ${this.what}`);
    this.isShown = true;
  }

  clear(): void {
    if (this.isShown) this.stderr.write("\r\u001b[K");
    this.isShown = false;
  }
}
