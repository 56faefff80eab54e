/** The last character of a text as a message tells it: `"."`, `a space`. */
export function quotedEnd(text: string): string {
  const last = [...text].at(-1) ?? "";
  if (/[\r\n\u2028\u2029]/.test(last)) return "a line break";
  if (last === "\t") return "a tab";
  if (last.trim() === "") return "a space";
  return last === '"' ? "a quotation mark" : `"${last}"`;
}
