/** A media type as it is compared: without parameters such as `charset`, in lower case. */
export function mediaType(text: string): string {
  return text.replace(/;.*$/s, "").trim().toLowerCase();
}

/** Whether a text has the form of a media type: `type/subtype`, perhaps with parameters or wildcards. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;\s*[\w!#$&^.+-]+=(?:"[^"]*"|[^\s";]+))*\s*;?$/.test(
    text.trim(),
  );
}
