import { CompletionItemKind } from "vscode-languageserver-types";
import { type Pointer, parent } from "../../connector/pointer.js";
import { asObject } from "../../connector/values.js";
import { explainValue } from "../explain.js";
import type { Candidate, Source } from "./candidate.js";
import { valuesOf } from "./keys.js";

/** The values that schemas allow or give as examples. */
export const values: Source = ({ file, cursor, schemas, written }) => {
  // In an expression stands no whole value.
  const isInExpression = file.kind === "apiProperties" && /@\w*[({]/.test(cursor.typed);
  if (cursor.what !== "value" || isInExpression) return [];
  const allowed = valuesOf(schemas).filter(
    (value) => value !== "file" || canBeFile(cursor.pointer, written),
  );
  const examples = schemas.flatMap((schema) => schema.examples ?? []);
  const defaults = schemas.flatMap((schema) => ("default" in schema ? [schema.default] : []));
  const isBoolean = schemas.some(({ type }) => type === "boolean" || type?.includes("boolean"));
  const listed = new Set([
    ...defaults,
    ...allowed,
    ...examples,
    ...(isBoolean ? [true, false] : []),
  ]);
  const candidates = [...listed].map((value): Candidate => {
    const isText = typeof value === "string";
    return {
      label: isText ? value : JSON.stringify(value),
      kind: allowed.length > 0 ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
      detail: defaults.includes(value) ? "default" : undefined,
      documentation: explainValue(value, schemas),
      insert: { value },
    };
  });
  if (candidates.length > 0 || cursor.isText) return candidates;
  return schemas.some(({ type }) => type === "object")
    ? [{ label: "{ }", kind: CompletionItemKind.Struct, insert: { body: "{\n\t$1\n}" } }]
    : schemas.some(({ type }) => type === "array")
      ? [{ label: "[ ]", kind: CompletionItemKind.Struct, insert: { body: "[$1]" } }]
      : [];
};

/** Whether something can have the type file: form data, and of all schemas only that of a whole response. */
function canBeFile(type: Pointer, written: (pointer: Pointer) => unknown): boolean {
  const owner = parent(type);
  const { in: location = "formData" } = asObject(written(owner));
  return (
    location === "formData" && !inPart.test(owner) && !/\/parameters\/[^/]*\/schema$/.test(owner)
  );
}

/** The places of what is a part of what is sent as a whole, or a header. */
export const inPart =
  /\/(?:(?:properties|headers)\/[^/]*|items|additionalProperties|allOf\/\d+|x-ms-notification-content\/schema)$/;
