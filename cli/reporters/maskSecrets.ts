/**
 * A line of a file with the values of secrets hidden: what a line of code shows may end in a log.
 * Names decide, since a line does not say which schema its value belongs to.
 */
export function maskSecrets(line: string): string {
  return line.replace(
    /("[^"\\]*(?:secret|password|passphrase|token|api_?key|credential|clientId)[^"\\]*"\s*:\s*")((?:[^"\\]|\\.)*)(")/gi,
    (_, before: string, value: string, after: string) => before + "*".repeat(value.length) + after,
  );
}
