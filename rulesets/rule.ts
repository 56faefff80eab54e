import type { ApiDefinition } from "../connector/apiDefinition.js";
import type { ApiProperties } from "../connector/apiProperties.js";
import type { Connector, ConnectorFile, FileKind, Profile } from "../connector/connector.js";
import type { JsonEdit } from "../connector/edit.js";
import type { Part } from "../connector/json.js";
import type { Pointer } from "../connector/pointer.js";
import type { Range } from "../connector/text.js";
import type { NodeKind, NodeKinds } from "./nodes.js";
import type { Source } from "./sources.js";
import type { ValidatorCode } from "./validatorCodes.js";

export type Severity = "error" | "warning" | "info" | "hint";

/** What an editor may show in a special way: without effect, or superseded. */
export type Tag = "unnecessary" | "deprecated";

/**
 * A rule, whole: what it finds, what it says, why, the fix, and the examples that are its tests
 * and its page. `CONTRIBUTING.md` tells how to add one.
 */
export interface Rule<Kind extends NodeKind = NodeKind> {
  /** Kebab-case, `subject-requirement`: the file, the code of its findings and its page are called so. */
  name: string;
  /** Microsoft's names of what it finds; none where the service does not check it. */
  validatorCodes: readonly ValidatorCode[];
  /** The numbers of the certification policies that ask for it. */
  policies?: readonly string[];
  /** The pages that ask for it, besides that of Microsoft's validator, which the codes tell. */
  sources?: readonly Source[];
  /**
   * One for every profile, or by profile; where one is missing the rule is off until a
   * configuration gives it one.
   */
  severity: Severity | Partial<Record<Profile, Severity>>;
  /** What is said of everything that it finds. */
  tag?: Tag;
  /** What holds when nothing is found, in one sentence. */
  summary: string;
  /** Why that matters, in Markdown. */
  why: string;
  /** The kind of node that `check` gets, one after the other. */
  on: Kind;
  check(node: NodeKinds[Kind], context: RuleContext): void;
  /** A text in which the marked places must be found; see `test/fixture.ts`. */
  bad: string;
  /** What `bad` becomes when the fix of each finding is applied. */
  fixed?: string;
  /** A text in which nothing may be found. */
  good: string;
}

/** Rules about one thing. */
export interface Topic {
  title: string;
  rules: readonly Rule[];
}

export interface RuleContext {
  connector: Connector;
  /** The file that is being judged. */
  file: ConnectorFile;
  profile: Profile;
  definition: ApiDefinition | undefined;
  properties: ApiProperties | undefined;
  report(report: Report): void;
}

export interface Report {
  /** The place: a value is underlined whole, an object or array by its key. */
  at: Pointer;
  /** To underline the other one: the key of a value that should not be there at all, say. */
  part?: Part;
  /** For what has no pointer: offsets in the text. */
  offset?: { offset: number; length: number };
  /** The name of something else in the folder that it is about, which may not be there; it is found in its first line. */
  name?: string;
  /** The paths from archive to archive to what it is about, when the file is one. */
  entry?: readonly string[];
  /**
   * The key that the object at `at` lacks, when that is all: nothing is told where another rule tells that it is
   * there under a wrong name.
   */
  missing?: string | undefined;
  /** Names the thing, what was found and what is allowed. Never a secret. */
  message: string;
  /** Which of the rule's validator codes it is, when it has several; `null` for none of them. */
  code?: ValidatorCode | null;
  related?: readonly {
    at: Pointer;
    file?: FileKind;
    part?: Part;
    offset?: { offset: number; length: number };
    message: string;
  }[];
  fix?: Fix | undefined;
  /** What was there in the version before, when it is about a change. */
  change?: ShownChange;
}

/** A change as programs read it. */
export interface ShownChange {
  /** `operation/ListTickets/parameter/page/required`. */
  path: string;
  /** `null` for what was not there, or is not any more. */
  old: unknown;
  new: unknown;
}

export type ByHand = "loses" | "breaks";

/** What to do about a finding. */
export interface Fix {
  /** Starts with a verb: `Remove the comma`. */
  title: string;
  /** Certain to be what the author wants, so that all such fixes may be applied at once. */
  isSafe: boolean;
  /**
   * Why it is applied only when somebody chooses it by itself: it takes away what is written, or changes what flows use. The first
   * is told by the edits (`findingOf`), unless nothing uses what is removed.
   */
  byHand?: ByHand | undefined;
  removesUnused?: boolean;
  edits: readonly JsonEdit[];
  /** The file to change when it is not the one with the finding. */
  file?: FileKind;
}

/** Whether a fix does nothing but take something out. */
export function onlyRemoves({ edits }: Fix): boolean {
  return edits.every((edit) => "remove" in edit);
}

/** What a rule found, with everything that is shown of it. */
export interface Finding {
  rule: string;
  validatorCode: string | null;
  severity: Severity;
  message: string;
  /** The absolute path of the file. */
  path: string;
  pointer: Pointer;
  /** Lines and characters count from 0, in UTF-16 units. */
  range: Range;
  related: readonly { path: string; pointer: Pointer; range: Range; message: string }[];
  fix: Fix | undefined;
  tag?: Tag | undefined;
  change?: ShownChange | undefined;
  /** The page that a user's own rule names. */
  help?: string | undefined;
}

/** The severity in a profile; `undefined` where the rule is off. */
export function severityIn(rule: Rule, profile: Profile): Severity | undefined {
  return typeof rule.severity === "string" ? rule.severity : rule.severity[profile];
}

/** Declares a rule; it exists so that `check` knows the type of its node. */
export function defineRule<Kind extends NodeKind>(rule: Rule<Kind>): Rule {
  return rule as unknown as Rule;
}

/** A list for people: `a`, `a or b`, `a, b or c`. */
export function oneOf(values: readonly unknown[], quote = true): string {
  return listed(values, "or", quote);
}

/** A list for people: `a`, `a and b`, `a, b and c`. */
export function allOf(values: readonly unknown[], quote = true): string {
  return listed(values, "and", quote);
}

function listed(values: readonly unknown[], word: "and" | "or", quote: boolean): string {
  const texts = values.map((value) => (quote ? JSON.stringify(value) : String(value)));
  return texts.length < 2
    ? (texts[0] ?? "nothing")
    : `${texts.slice(0, -1).join(", ")} ${word} ${texts.at(-1)}`;
}
