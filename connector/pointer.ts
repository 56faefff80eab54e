/**
 * A JSON pointer (RFC 6901) as text: `""` is the root, `"/paths/~1tickets/get"` an operation.
 * The model names every place of a file this way; ranges are looked up only where one is shown.
 */
export type Pointer = string;

export function escapeSegment(segment: string): string {
  return segment.includes("~") || segment.includes("/")
    ? segment.replaceAll("~", "~0").replaceAll("/", "~1")
    : segment;
}

export function unescapeSegment(segment: string): string {
  return segment.includes("~") ? segment.replaceAll("~1", "/").replaceAll("~0", "~") : segment;
}

/** The pointer of a member or an item of the value at `pointer`. */
export function child(pointer: Pointer, ...segments: (string | number)[]): Pointer {
  let result = pointer;
  for (const segment of segments)
    result += `/${typeof segment === "number" ? segment : escapeSegment(segment)}`;
  return result;
}

export function parent(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(pointer.lastIndexOf("/"), 0));
}

/** The unescaped segments; array indices stay text. */
export function segments(pointer: Pointer): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeSegment);
}

/** The last segment, unescaped: the name of a member, the index of an item. `""` for the root. */
export function lastSegment(pointer: Pointer): string {
  return pointer === "" ? "" : unescapeSegment(pointer.slice(pointer.lastIndexOf("/") + 1));
}
