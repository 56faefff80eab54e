import { defineRule } from "../../rule.js";

/** A tag, but not one that is quoted because the text is about it. */
const tag =
  /(?<!["'`“‘(])<\/?(?:a|b|blockquote|br|code|details|div|em|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/i;
/** Tags that have no counterpart at the end of what they enclose. */
const voidTags = /^<\/?(?:br|hr|img|p|li)\b/i;
const link = /\[[^\]\n]+\]\((?:<|https?:|mailto:|[#/])[^)\n]*\)/;
const emphasis = /(?<!\w)\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*(?!\w)/;
const block = /^#{1,6} (?!of\b)\S|^\s*```|```[^`\n]+```/m;

export default defineRule({
  name: "description-plain-text",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "A description is plain text without HTML and Markdown.",
  why: `The designers show descriptions as they are written, so that a maker reads the tags, asterisks and brackets
instead of what they stand for.`,
  on: "makerText",
  check(text, { report }) {
    const { key, value, pointer } = text;
    if (key !== "description") return;
    const html = markup(value);
    const found =
      html !== undefined
        ? `the HTML tag ${html}`
        : link.test(value)
          ? "a Markdown link"
          : emphasis.test(value)
            ? "bold text in Markdown"
            : block.test(value)
              ? "a heading or a block of code in Markdown"
              : undefined;
    if (found === undefined || !text.isVisible) return;
    const proposal = plain(value);
    report({
      at: pointer,
      message: `${text.label} contains ${found}, which the designers show as it is written.`,
      fix:
        proposal === undefined
          ? undefined
          : {
              title: "Make it plain text",
              isSafe: false,
              edits: [{ set: pointer, value: proposal }],
            },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists <b>open</b> tickets.<br/>Closed ones are left out.",
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of "ListTickets" contains the HTML tag <b>, which the designers show as it is written.
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "description": "One of the [states](#states) of a **ticket**."
                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the query parameter "state" contains a Markdown link, which the designers show as it is written.
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists open tickets. Closed ones are left out.",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "description": "One of the states of a ticket."
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists tickets with a number < 5 or in the form <queue>/<number>, field[name](s) and 2**3**2 included."
      }
    }
  }
}`,
});

/** The first tag that is markup: an opening one without its counterpart is what the text is about. */
function markup(text: string): string | undefined {
  for (const [found] of text.matchAll(new RegExp(tag, "gi"))) {
    const name = /\w+/.exec(found)![0];
    if (voidTags.test(found) || new RegExp(`</${name}\\s*>`, "i").test(text)) return found;
  }
  return undefined;
}

/** The text without tags and marks; `undefined` where their removal would not leave a sentence. */
function plain(text: string): string | undefined {
  if (block.test(text) || /[\r\n]/.test(text) || /<(?:a|img|table|[ou]l|pre|details)\b/i.test(text))
    return undefined;
  // What is listed line by line would run together, and a link to "here" would lead nowhere.
  if ([...text.matchAll(/(?<![.!?;,])\s*<br\b/gi)].length > 1) return undefined;
  if (/\[[^\]\n]+\]\((?:<|https?:|mailto:)/.test(text)) return undefined;
  const result = text
    .replace(/\s*<(?:br|p|\/p|div|\/div|hr)(?:\s[^<>]*)?\/?>\s*/gi, " ")
    .replace(new RegExp(tag, "gi"), "")
    .replace(/\[([^\]\n]+)\]\((?:<|https?:|mailto:|[#/])[^)\n]*\)/g, "$1")
    .replace(/(?<!\w)\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*(?!\w)/g, "$1")
    .trim();
  return result === "" || tag.test(result) ? undefined : result;
}
