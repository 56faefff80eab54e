import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-heading-space",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "A space stands between the number signs and the words of a heading.",
  why: `Without the space it is no heading: GitHub and the documentation show the line as a text with number signs, and its section
becomes a part of the one before.`,
  on: "readme",
  check({ headings }, { report }) {
    for (const { form, text, level, offset, length, words } of headings) {
      // "#1" and "#contoso" may be meant as they are.
      if (form !== "tight" || (level === 1 && offset > 0)) continue;
      const signs = "#".repeat(level);
      report({
        at: "",
        offset: { offset, length },
        message: `"${signs}${text}" is shown as it is written, since no space follows "${signs}".`,
        fix: {
          title: "Insert the space",
          isSafe: true,
          edits: [{ replace: { offset: words.offset, length: 0 }, by: " " }],
        },
      });
    }
  },
  bad: `
# Contoso Tickets
Creates and reads tickets.

##Prerequisites
//line "##Prerequisites" is shown as it is written, since no space follows "##".
A plan of Contoso.`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.

## Prerequisites
A plan of Contoso.`,
  good: `
# Contoso Tickets
Creates and reads tickets, such as
#1 and #2.

    ##Code

## Prerequisites
A plan of Contoso.`,
});
