/**
 * Text that others wrote, such as that of a file or its name, without what would steer the terminal.
 * @param kept the control characters that may stay
 */
export function printable(text: string, kept = "\t"): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) =>
    kept.includes(character) ? character : "\uFFFD",
  );
}
