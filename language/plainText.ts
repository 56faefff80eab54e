/** Markdown as it is read where it cannot be shown. */
export function plainText(markdown: string): string {
  // Every second part is code, which is read as it is.
  return markdown
    .split(/^```\w*\n([\s\S]*?)\n```$/m)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join("");
}

function plain(markdown: string): string {
  return markdown
    .replace(/\n\n---\n\n/g, "\n\n")
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/\[((?:[^\]\\]|\\.)+)\]\([^)]*\)/g, "$1")
    .replace(/(?<!\\)`+ ?(.+?) ?`+/g, "$1")
    .replace(/ {2}\n/g, "\n")
    .replace(/\\([\\`*_{}[\]<>()#+!|~-])/g, "$1");
}
