import type { Readable, Writable } from "node:stream";
import type { WriteFile } from "../host/writeTogether.js";
import type { Fetch } from "./powerApps/http.js";

/** What a command may touch of the world around it; tests hand in their own. */
export interface World {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  env: NodeJS.ProcessEnv;
  /** Sends requests; that of Node, through the proxies of the environment, when absent. */
  fetch?: Fetch;
  /** Writes a new file; that of Node when absent. */
  writeFile?: WriteFile;
}

export enum ExitCode {
  Done = 0,
  /** Findings at or above the threshold, or a difference. */
  Findings = 1,
  /** Wrong usage or configuration. */
  Usage = 2,
  /** A file, the network or a service failed, or this program has a bug. */
  Failed = 3,
  /** Not signed in, or not allowed to. */
  Forbidden = 4,
  /** The server has something newer that would be lost. */
  Conflict = 5,
  Interrupted = 130,
}

/** An option as data: help, parsing and documentation are derived from it. */
export interface OptionSpec {
  /** As commander writes them: `-f, --format <name>`. */
  flags: string;
  description: string;
  /** Another long spelling, without the dashes; help leaves it out. */
  alias?: string;
  choices?: readonly string[];
  default?: unknown;
  /** May be given several times; its value is the list of all. */
  isRepeatable?: true;
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
  load(): Promise<{ run(options: never, args: string[], world: World): Promise<ExitCode> }>;
}
