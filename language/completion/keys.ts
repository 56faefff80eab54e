import { CompletionItemKind } from "vscode-languageserver-types";
import { isObject } from "../../connector/values.js";
import { explainKey } from "../explain.js";
import { type JsonSchema, keysInstead, keysOf, requiredKeysOf } from "../schemas.js";
import type { Candidate, Source } from "./candidate.js";
import { ownKeyOf } from "./cursor.js";
import { plainInSnippet } from "./snippet.js";

/** The keys that the schemas of an object know and that it does not have, those that it needs first. */
export const keys: Source = ({ file, cursor, schemas, written }) => {
  if (cursor.what !== "key") return [];
  const object = written(cursor.container ?? "");
  const present = isObject(object) ? object : {};
  // The key at the cursor may be written over.
  const own = ownKeyOf(cursor);
  const required = requiredKeysOf(schemas);
  const isAlone = Object.keys(present).every((key) => key === own);
  const all = [...keysOf(file.kind, schemas), ...(isAlone ? keysInstead(file.kind, schemas) : [])];
  return all.flatMap(([key, ofValue]): Candidate[] => {
    if (Object.hasOwn(present, key) && key !== own) return [];
    if (ofValue.some(({ deprecated }) => deprecated)) return [];
    const type = typeOf(ofValue);
    const isRequired = required.has(key);
    return [
      {
        label: key,
        kind: CompletionItemKind.Property,
        detail: [type, isRequired ? "required" : undefined].filter(Boolean).join(", ") || undefined,
        documentation: explainKey(key, ofValue),
        rank: isRequired ? 1 : key.startsWith("x-") ? 6 : 5,
        insert: { key, body: bodyOf(ofValue) },
      },
    ];
  });
};

/** The type of a value, for people. */
function typeOf(schemas: readonly JsonSchema[]): string | undefined {
  const type = schemas.find((schema) => schema.type !== undefined)?.type;
  return typeof type === "object" ? type.join(" or ") : type;
}

/** A snippet for a value that meets schemas. */
export function bodyOf(schemas: readonly JsonSchema[]): string {
  const given = schemas.find((schema) => "default" in schema)?.default;
  if (given !== undefined) return `\${1:${plainInSnippet(JSON.stringify(given))}}`;
  const values = valuesOf(schemas);
  if (values.length === 1) return plainInSnippet(JSON.stringify(values[0]));
  if (values.length > 1) return `"$1"`;
  switch (schemas.find(({ type }) => typeof type === "string")?.type) {
    case "string":
      return `"$1"`;
    case "object":
      return "{\n\t$1\n}";
    case "array":
      return "[$1]";
    case "boolean":
      return `\${1|true,false|}`;
    default:
      return "$1";
  }
}

/** The only values that schemas allow; none where there are others. */
export function valuesOf(schemas: readonly JsonSchema[]): readonly unknown[] {
  const schema = schemas.find((each) => each.enum !== undefined || "const" in each);
  return schema === undefined ? [] : (schema.enum ?? [schema.const]);
}
