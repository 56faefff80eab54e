import type { JsonText, Node } from "./json.js";
import { type Pointer, parent, segments } from "./pointer.js";

/** What names of secrets contain: their values never appear in messages, lines of code or logs. */
const secretName = /secret|password|passphrase|token|api_?key|credential|clientId/i;

/**
 * Whether the value at a place is probably a secret: its name says so, it is what an OAuth
 * parameter of such a name has, or the default of a connection parameter that is one.
 */
export function isSecret(json: JsonText, pointer: Pointer): boolean {
  const [name = "", owner = ""] = segments(pointer).reverse();
  if (secretName.test(name)) return true;
  if (name === "value" && secretName.test(owner)) return true;
  if (name !== "defaultValue") return false;
  return json.node(`${parent(pointer)}/type`)?.value === "securestring";
}

/** A line of a file with the values of secrets hidden: what it shows may end in a log. */
export function maskedLine(json: JsonText, line: number): string {
  return masked(json, json.lines.offset({ line, character: 0 }), json.lines.line(line));
}

/** The text of a file with the values of secrets hidden; every line is as long as before. */
export function maskedText(json: JsonText): string {
  return masked(json, 0, json.text);
}

/** A part of a text, which begins at `start`, with the values of secrets hidden. */
function masked(json: JsonText, start: number, text: string): string {
  let masked = text;
  const visit = (node: Node, pointer: Pointer) => {
    if (node.offset > start + text.length || node.offset + node.length < start) return;
    if (node.type === "property") {
      const [key, value] = node.children!;
      if (value !== undefined)
        visit(
          value,
          `${pointer}/${String(key!.value).replaceAll("~", "~0").replaceAll("/", "~1")}`,
        );
    } else if (node.type === "array")
      for (const [index, item] of node.children!.entries()) visit(item, `${pointer}/${index}`);
    else if (node.type === "object") for (const member of node.children!) visit(member, pointer);
    else if (node.type !== "null" && isSecret(json, pointer)) {
      const quote = node.type === "string" ? 1 : 0;
      const from = Math.max(node.offset + quote - start, 0);
      const to = Math.min(node.offset + node.length - quote - start, text.length);
      masked = masked.slice(0, from) + "*".repeat(Math.max(to - from, 0)) + masked.slice(to);
    }
  };
  if (json.root !== undefined) visit(json.root, "");
  // The user name and password of a web address, of the same length so that underlines still fit.
  masked = masked.replace(/(?<=\/\/)[^/@\s"]+(?=@)/g, (user) => "*".repeat(user.length));
  // What could not be read as JSON has no tree: there the names in the line decide.
  return json.isComplete ? masked : maskedByName(masked);
}

function maskedByName(line: string): string {
  return line.replace(
    new RegExp(
      `("[^"\\\\]*(?:${secretName.source})[^"\\\\]*"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`,
      "gi",
    ),
    (_, before: string, value: string) => before + "*".repeat(value.length),
  );
}

/** A web address without what a user name, a password or a query may give away. */
export function maskedAddress(address: string): string {
  return address.replace(/(^|\/\/)[^/@\s]*@/, "$1***@").replace(/\?.*$/s, "?***");
}
