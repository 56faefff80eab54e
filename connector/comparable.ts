import type { ApiDefinition, Operation, Parameter } from "./apiDefinition.js";
import { asArray, asObject, asString, isObject, type JsonObject } from "./values.js";

/*
 * What a definition says, in the one form in which two versions are compared: what is written in another way but means the
 * same must not count as a change.
 */

/** The host that is called, whatever its capitals. */
export function hostOf({ value }: ApiDefinition): string | undefined {
  return asString(value.host)?.toLowerCase();
}

/** Without one it is `/`, and a slash at its end says nothing. */
export function basePathOf({ value }: ApiDefinition): string {
  return `/${(asString(value.basePath) ?? "").replace(/^\/+|\/+$/g, "")}`;
}

/** The ways to authenticate, whatever they are called there: `oauth2`, `basic`, `apiKey in the header x-key`. */
export function schemesOf({ value }: ApiDefinition): string[] {
  return Object.values(asObject(value.securityDefinitions)).flatMap((scheme) => {
    const { type, in: location, name } = asObject(scheme);
    if (type === "apiKey")
      return [
        `apiKey in the ${location} ${String(name)
          .toLowerCase()
          .replace(/[:\s]+$/, "")}`,
      ];
    return type === "oauth2" || type === "basic" ? [type] : [];
  });
}

/** Verb and path, whatever its variables are called. */
export function shapeOf({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}").toLowerCase()}`;
}

/** What the last of the parts that says so says. */
function lastOf(parts: readonly JsonObject[], key: string): unknown {
  return parts.findLast((part) => part[key] !== undefined)?.[key];
}

/** The type of a value; a word that is no type says nothing. */
export function typeOf(parts: readonly JsonObject[]): string | undefined {
  const type = asString(lastOf(parts, "type"));
  if (type !== undefined) return types.has(type) ? type : undefined;
  return parts.some((part) => isObject(part.properties)) ? "object" : undefined;
}

const types = new Set([
  "array",
  "boolean",
  "file",
  "integer",
  "null",
  "number",
  "object",
  "string",
]);

/** An empty format is none. */
export function formatOf(parts: readonly JsonObject[]): string | undefined {
  return asString(lastOf(parts, "format")) || undefined;
}

/** Whether every value of one format is one of another, too. */
export function isWider(format: string, than: string): boolean {
  return (than === "int32" && format === "int64") || (than === "float" && format === "double");
}

/** The trigger that is meant: wrong capitals are a fault that is told elsewhere. */
export function triggerOf({ value }: Operation): string | undefined {
  const trigger = asString(value["x-ms-trigger"])?.toLowerCase();
  return trigger === "single" || trigger === "batch" ? trigger : undefined;
}

/** An empty list of values is none. */
export function enumOf(parts: readonly JsonObject[]): readonly unknown[] | undefined {
  const values = asArray(lastOf(parts, "enum"));
  return values.length > 0 ? values : undefined;
}

/** Whether a request cannot do without a parameter; the path cannot whatever `required` says. */
export function isAlwaysSent({ in: location, value: { required } }: Parameter): boolean {
  return location === "path" || required === true || required === "true";
}

/** Whether parameters can be there; from elsewhere nothing was sent. */
export function isLocation(location: string | undefined): boolean {
  return ["query", "header", "path", "formData", "body"].includes(location ?? "");
}

/**
 * What is asked for at design time, in one form: no `parameters` are as good as none, and a value that is passed becomes a text.
 */
export function callOf(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(
    ([key, held]) => key !== "parameters" || !isObject(held) || Object.keys(held).length > 0,
  );
  return Object.fromEntries(members.map(([key, held]) => [key, callOf(held)]));
}
