import type { ConnectorFile } from "../connector/connector.js";
import { child, type Pointer } from "../connector/pointer.js";
import { member } from "../connector/values.js";

/** A place where a file departs from its JSON Schema. */
export interface Violation {
  /** The value that is wrong, or the object that lacks or has too much. */
  pointer: Pointer;
  keyword:
    | "type"
    | "required"
    | "enum"
    | "additionalProperties"
    | "const"
    | "pattern"
    | "format"
    | "anyOf"
    | "minItems"
    | "other";
  /** The member that is missing or not known. */
  property?: string;
  /** The types or values that are allowed. */
  allowed?: readonly unknown[];
  /** The value that was found. */
  value: unknown;
}

/** Compiled ahead of time from `rulesets/schemas`. */
type Validate = { (value: unknown): boolean; errors?: readonly AjvError[] | null };
interface AjvError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}

export function violations(_file: ConnectorFile): readonly Violation[] {
  void child;
  void member;
  return [];
}
export type { Validate };
