/** How long the parts of a run took, in milliseconds. */
export class Clock {
  private readonly parts = new Map<string, number>();
  private last = performance.now();

  mark(part: string): void {
    const now = performance.now();
    this.parts.set(part, (this.parts.get(part) ?? 0) + now - this.last);
    this.last = now;
  }

  report(): string {
    const lines = [...this.parts].map(
      ([part, time]) => `${part.padEnd(10)}${time.toFixed(1).padStart(9)} ms`,
    );
    return `${lines.join("\n")}\n${"process".padEnd(10)}${performance.now().toFixed(1).padStart(9)} ms\n`;
  }
}
