import { CompletionItemKind } from "vscode-languageserver-types";
import { explainValue } from "../explain.js";
import type { Candidate, Source } from "./candidate.js";
import { valuesOf } from "./keys.js";

/** The values that schemas allow or give as examples. */
export const values: Source = ({ cursor, schemas }) => {
  if (cursor.what !== "value") return [];
  // Of all schemas only that of a whole response can be a file.
  const isWhole = !notWhole.test(cursor.pointer);
  const allowed = valuesOf(schemas).filter((value) => isWhole || value !== "file");
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

/** Where the type of something stands that is in a schema, a header, or the schema of what is sent. */
const notWhole =
  /\/(?:(?:properties|headers)\/[^/]*|items|additionalProperties|allOf\/\d+|parameters\/[^/]*\/schema|x-ms-notification-content\/schema)\/type$/;
