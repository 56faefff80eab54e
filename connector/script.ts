import type { Span } from "./text.js";

/** What the script of a connector says, as far as rules ask for it. */
export interface Script {
  text: string;
  /** Whether the grammar understood all of it; else something may be there that is not listed here. */
  isUnderstood: boolean;
  /** The first bracket that has no other, where code was not understood: one that opens, or one that closes. */
  unpaired: ScriptName | undefined;
  classes: readonly ScriptClass[];
  usings: readonly ScriptUsing[];
  /** `#r "…"` and `#load "…"`. */
  directives: readonly (Span & { name: "r" | "load" })[];
  /** Each `new X(…)`. */
  creations: readonly ScriptName[];
  /** Each call, by what stands before its arguments: `Thread.Sleep`, `this.Context.SendAsync`. */
  calls: readonly ScriptCall[];
  /** Each `A.B` that is no call, such as `Formatting.None`. */
  members: readonly ScriptName[];
  unsafe: readonly Span[];
  /** The texts that are compared with `Context.OperationId`, and those in lists that are asked whether they have it. */
  operationIds: readonly ScriptOperationId[];
  /** Texts that are given to a name which says that they are secrets. */
  assignments: readonly ScriptAssignment[];
}

export interface ScriptCall extends ScriptName {
  arguments: readonly string[];
  /** Whether the script goes on only when it has come to an end: a statement by itself, or awaited. */
  isWaitedFor: boolean;
}

/** Something that is named; the place is that of the name. */
export interface ScriptName extends Span {
  name: string;
}

export interface ScriptClass extends ScriptName {
  /** The types after the colon, as they are written. */
  bases: readonly string[];
  modifiers: readonly string[];
  methods: readonly ScriptMethod[];
}

export interface ScriptMethod extends ScriptName {
  modifiers: readonly string[];
  returns: string;
  /** How many. */
  parameters: number;
}

export interface ScriptUsing extends ScriptName {
  /** The whole directive. */
  directive: Span;
  /** `J` of `using J = Newtonsoft.Json;`. */
  alias: string | undefined;
}

export interface ScriptOperationId extends Span {
  value: string;
  ignoresCase: boolean;
}

export interface ScriptAssignment extends Span {
  /** The variable, key or header. */
  name: string;
  value: string;
}
