import { defineRule } from "../rule.js";

/** 1 MB as the service counts it. */
const maximum = 1_048_576;

export default defineRule({
  name: "script-size",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "error",
  summary: "The script has at most 1 MB.",
  why: `The service takes no larger one. What takes so much room is data, seldom code: leave it to the API, or send what is needed.`,
  on: "script",
  check({ text }, { report }) {
    // No character has more than three bytes for each of its UTF-16 units.
    if (text.length * 3 <= maximum) return;
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > maximum)
      report({
        at: "",
        message: `The script has ${bytes} bytes, more than the ${maximum} that the service takes.`,
      });
  },
  bad: `
// ${"A long comment. ".repeat(66_000)}
//root The script has 1056003 bytes, more than the 1048576 that the service takes.`,
  good: `
// A short comment.`,
});
