import type { Readable, Writable } from "node:stream";

/** What a command may touch of the world around it; tests hand in their own. */
export interface Streams {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean };
  env: NodeJS.ProcessEnv;
}

export enum ExitCode {
  Done = 0,
  /** Findings at or above the threshold. */
  Findings = 1,
  /** Wrong usage or configuration. */
  Usage = 2,
  /** A file, the network or a service failed, or this program has a bug. */
  Failed = 3,
  Interrupted = 130,
}

/** An option as data: help, parsing and documentation are derived from it. */
export interface OptionSpec {
  /** As commander writes them: `-f, --format <name>`. */
  flags: string;
  description: string;
  choices?: readonly string[];
  default?: unknown;
  /** Turns the text into a value; throws an Error with the reason. */
  parse?(text: string): unknown;
}

/** A command as data; what it does is loaded when it is called. */
export interface CommandSpec {
  name: string;
  /** As commander writes them: `[path...]`, `<rule>`. */
  arguments: readonly { name: string; description: string }[];
  summary: string;
  /** Further lines for its help. */
  description?: string;
  options: readonly OptionSpec[];
  examples: readonly { command: string; does: string }[];
  load(): Promise<{ run(options: never, args: string[], streams: Streams): Promise<ExitCode> }>;
}
