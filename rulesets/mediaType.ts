import type { ApiDefinition, Operation } from "../connector/apiDefinition.js";
import { child, type Pointer } from "../connector/pointer.js";
import { asArray } from "../connector/values.js";
import { nearest } from "./nearest.js";

/** A media type in a list `consumes` or `produces`. */
export interface MediaTypeEntry {
  key: "consumes" | "produces";
  pointer: Pointer;
  text: string;
  /** The whole list it stands in. */
  list: readonly unknown[];
}

/** Every media type that the root and the operations list. */
export function mediaTypeEntries(definition: ApiDefinition): MediaTypeEntry[] {
  const owners = [{ pointer: "", value: definition.value }, ...definition.operations];
  return owners.flatMap(({ pointer, value }) =>
    (["consumes", "produces"] as const).flatMap((key) => {
      const list = asArray(value[key]);
      return list.flatMap((text, index) =>
        typeof text === "string" ? [{ key, pointer: child(pointer, key, index), text, list }] : [],
      );
    }),
  );
}

/**
 * Type and subtype in lower case, without parameters such as `charset`; `undefined` when the text is
 * no media type.
 */
export function essenceOf(text: string): string | undefined {
  const [essence, ...parameters] = text.trim().toLowerCase().split(";");
  const isValid =
    /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(essence!.trim()) &&
    parameters.every((parameter) => /^\s*([\w!#$&^.+-]+=("[^"]*"|[^\s"]+))?\s*$/.test(parameter));
  return isValid ? essence!.trim() : undefined;
}

/** The media types in which forms are sent. */
export const multipart = "multipart/form-data";
export const urlEncoded = "application/x-www-form-urlencoded";

/** Whether bodies of the media type are JSON. */
export function isJson(essence: string): boolean {
  return /^(application|text)\/(json|[^/]+\+json)$/.test(essence);
}

/**
 * The media types in force for the requests of an operation; `undefined` when there is none, or when
 * nobody knows what is meant because one of them does not exist.
 */
export function requestTypes(operation: Operation): readonly string[] | undefined {
  const types = operation.consumes.flatMap((text) => {
    const essence = essenceOf(text);
    return essence !== undefined && isPlausible(essence) ? [essence] : [];
  });
  return types.length === 0 || types.length < operation.consumes.length ? undefined : types;
}

/** Where the media types in force for the requests of an operation are listed. */
export function consumesOf(operation: Operation): Pointer {
  return operation.value.consumes === undefined ? "/consumes" : operation.at("consumes");
}

/** The registered types, of which everybody may make subtypes. */
const types = new Set([
  "application",
  "audio",
  "chemical",
  "font",
  "haptics",
  "image",
  "message",
  "model",
  "multipart",
  "text",
  "video",
]);

/** What is written often enough to be mistyped; other subtypes may be anything. */
export const usualMediaTypes: readonly string[] = [
  "application/json",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
];

/** Media types that are nearly spelt like usual ones. */
const neighbours = new Set(["application/bson", "application/json5", "application/jsonl"]);

const misspellings: Partial<Record<string, string>> = {
  "application/form-data": "multipart/form-data",
  "application/form-urlencoded": "application/x-www-form-urlencoded",
  "application/text": "text/plain",
  "application/urlencoded": "application/x-www-form-urlencoded",
  "application/www-form-urlencoded": "application/x-www-form-urlencoded",
  "multipart/form": "multipart/form-data",
  "text/text": "text/plain",
};

/** The usual media type that one is probably a misspelling of. */
export function meantBy(essence: string): string | undefined {
  if (usualMediaTypes.includes(essence) || neighbours.has(essence)) return undefined;
  return Object.hasOwn(misspellings, essence)
    ? misspellings[essence]
    : nearest(essence, usualMediaTypes, 2);
}

/** Whether there may be such a media type. */
export function isPlausible(essence: string): boolean {
  const [type] = essence.split("/");
  if (type === "*") return true;
  const isTyped = types.has(type!) || type!.startsWith("x-");
  return isTyped && (/[*+]/.test(essence) || meantBy(essence) === undefined);
}
