import type { Streams } from "./command.js";

/** A line on a terminal that tells how far long work has come. */
export class Progress {
  private readonly since = performance.now();
  private done = 0;
  private isShown = false;

  constructor(
    private readonly total: number,
    private readonly stderr: Streams["stderr"],
  ) {}

  step(): void {
    this.done++;
    if (!this.stderr.isTTY || this.total < 2 || performance.now() - this.since < 500) return;
    this.stderr.write(`\r\u001b[K${this.done} of ${this.total} connectors`);
    this.isShown = true;
  }

  clear(): void {
    if (this.isShown) this.stderr.write("\r\u001b[K");
    this.isShown = false;
  }
}
