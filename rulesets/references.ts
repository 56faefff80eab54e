import type { ApiDefinition } from "../connector/apiDefinition.js";
import { child, lastSegment, parent } from "../connector/pointer.js";
import { type Reference, referenceTo, sectionOf } from "../connector/reference.js";
import { asObject, isObject } from "../connector/values.js";
import { nearest } from "./nearest.js";
import type { Fix } from "./rule.js";

/** What OpenAPI 3 calls the sections; whoever converts a definition leaves references to them. */
const openApi3Section = {
  schema: "components/schemas",
  parameter: "components/parameters",
  response: "components/responses",
  pathItem: "components/pathItems",
} as const;

/** Leads a reference that cannot be used to what it probably means. */
export function proposeTarget(
  { kind, pointer, ref, target }: Reference,
  definition: ApiDefinition | undefined,
): Fix | undefined {
  const section = sectionOf[kind];
  const entries = Object.entries(asObject(definition?.value[section]));
  const names = entries.flatMap(([name, value]) => (isObject(value) ? [name] : []));
  const written = ref.slice(ref.lastIndexOf("#") + 1);
  const meant = lastSegment(written.startsWith("/") ? written : `/${written}`);
  // The last segment of a pointer to something else need not be a name at all.
  const name =
    names.find((each) => each === meant) ??
    (target === undefined ? nearest(meant, names) : undefined);
  if (name === undefined) return undefined;
  const place = parent(ref.replace(/^#?\/?/, ""));
  const isOwnPlace = place === section || place === openApi3Section[kind];
  const value = referenceTo(child(`/${section}`, name));
  return {
    title: `Refer to "${value}"`,
    isSafe: target === undefined && isOwnPlace && name.toLowerCase() === meant.toLowerCase(),
    edits: [{ set: child(pointer, "$ref"), value }],
  };
}
