import type { Schema } from "../connector/schema.js";

/** Where a schema or a reference to one stands, as far as it matters to what a file may be. */
export type SchemaPlace = "definition" | "body" | "response" | "inside" | "other";

export function placeOf({ kind, parent, keyword, pointer }: Schema): SchemaPlace {
  // A part of a schema is at the same place as the whole.
  if (parent !== undefined) return keyword === "allOf" ? placeOf(parent) : "inside";
  if (kind !== "schema") return "other";
  if (/^\/definitions\/[^/]*$/.test(pointer)) return "definition";
  if (/\/responses\/[^/]*\/schema$/.test(pointer)) return "response";
  return /\/parameters\/[^/]*\/schema$/.test(pointer) ? "body" : "other";
}
