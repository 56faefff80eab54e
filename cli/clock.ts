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

/** How long each rule was busy. */
export class RuleTimes {
  private readonly times = new Map<string, number>();

  readonly add = (rule: string, milliseconds: number): void => {
    this.times.set(rule, (this.times.get(rule) ?? 0) + milliseconds);
  };

  /** The ten rules that took longest; a part of the model counts for the rule that first needed it. */
  report(): string {
    const longest = [...this.times].sort(([, a], [, b]) => b - a).slice(0, 10);
    const width = Math.max(...longest.map(([rule]) => rule.length));
    return longest
      .map(([rule, time]) => `${rule.padEnd(width)}${time.toFixed(1).padStart(9)} ms\n`)
      .join("");
  }
}
