import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { quoted, run } from "./program.js";
import type { Setup } from "./setup.js";

const isKey = /^(?:Space|Enter|Escape|Tab|C-.)$/;

/** A terminal in which a program runs that can only be typed into and looked at. */
export class Terminal {
  /** What was on the screen when it was looked at last. */
  screen = "";

  private constructor(
    private readonly setup: Setup,
    private readonly socket: string,
  ) {}

  static async start(setup: Setup, command: readonly string[]): Promise<Terminal> {
    const terminal = new Terminal(setup, join(setup.folder, "tmux"));
    const words = `exec ${command.map(quoted).join(" ")}`;
    await terminal.tmux("new-session", "-d", "-x", "200", "-y", "50", words);
    return terminal;
  }

  /**
   * Types texts, letter by letter, and keys as tmux names them. What comes faster than fingers are Helix 25.01 tells the
   * server in the wrong order.
   */
  async type(...keys: readonly string[]): Promise<void> {
    for (const each of keys)
      if (isKey.test(each)) await this.tmux("send-keys", each);
      else for (const letter of each) await this.tmux("send-keys", "-l", letter);
  }

  /** Waits until the screen shows something. */
  async until(what: string, shows: RegExp): Promise<void> {
    for (const start = performance.now(); ; await sleep(100)) {
      this.screen = (await this.tmux("capture-pane", "-p")).output;
      if (shows.test(this.screen)) return;
      if (performance.now() - start > 15_000) throw new Error(`This did not happen: ${what}`);
    }
  }

  /** Waits until the program has ended. */
  async ended(): Promise<void> {
    for (const start = performance.now(); ; await sleep(100)) {
      if ((await this.tmux("has-session")).status !== 0) return;
      if (performance.now() - start > 15_000) throw new Error("The program does not end.");
    }
  }

  async stop(): Promise<void> {
    await this.tmux("kill-server");
  }

  private tmux(...args: string[]): ReturnType<typeof run> {
    return run(this.setup, "tmux", ["-S", this.socket, "-f", "/dev/null", ...args]);
  }
}
