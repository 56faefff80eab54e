/** What names of secrets contain: their values never appear in messages, lines of code or logs. */
const namePart = "secret|password|passphrase|token|api_?key|credential|clientId";

/** Whether what has this name is probably a secret. */
export function isSecretName(name: string): boolean {
  return new RegExp(namePart, "i").test(name);
}

/**
 * A line of a file with the values of secrets hidden: what a line of code shows may end in a log.
 * Names decide, since a line does not say which schema its value belongs to.
 */
export function maskSecrets(line: string): string {
  return line.replace(
    new RegExp(
      `("[^"\\\\]*(?:${namePart})[^"\\\\]*"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*|[^\\s",{}[\\]]+)`,
      "gi",
    ),
    (_, before: string, value: string) =>
      before +
      (value.startsWith('"') ? `"${"*".repeat(value.length - 1)}` : "*".repeat(value.length)),
  );
}
