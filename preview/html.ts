/** A piece of HTML. Every text that is put into one is escaped, so that no text of a file is ever markup. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can be put into a piece of HTML: texts, pieces, lists of them, and nothing. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/**
 * Writes HTML: html`<p class="${name}">${text}</p>`. Values may stand between tags and in attributes with double quotes, and
 * nowhere else; pieces may also be attributes.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = parts[0]!;
  for (const [index, value] of values.entries()) text += written(value) + parts[index + 1]!;
  return new Html(text);
}

function written(content: Content): string {
  if (content instanceof Html) return content.text;
  if (content === undefined || content === false) return "";
  if (typeof content === "object") return content.map(written).join("");
  return escaped(String(content));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Control characters have no place in HTML, and those that turn the direction of a text can make it look like another one. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (character) => entities[character]!)
    .replace(/[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
