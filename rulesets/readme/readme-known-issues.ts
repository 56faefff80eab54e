import { hasSection, readmeSections } from "../readmeSections.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-known-issues",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The readme tells known issues and limitations.",
  why: `What does not work, how many calls are allowed, which formats are not taken: whoever knows it before does not build a flow in vain. When
there are none, say so.`,
  on: "readme",
  check(readme, { report }) {
    // A readme without any structure is told by another rule.
    if (readme.headings.length === 0 || hasSection(readme, "knownIssues")) return;
    const { title } = readmeSections.knownIssues;
    const offset = readme.text.trimEnd().length;
    report({
      at: "",
      message: `The readme has no section "${title}"; say that there are none when it is so.`,
      fix: {
        title: `Add the section "${title}"`,
        isSafe: false,
        edits: [
          {
            replace: { offset, length: 0 },
            by: `\n\n## ${title}\nThere are no known issues and limitations.`,
          },
        ],
      },
    });
  },
  bad: `
# Contoso Tickets
//root The readme has no section "Known Issues and Limitations"; say that there are none when it is so.
Tickets of Contoso.`,
  fixed: `
# Contoso Tickets
Tickets of Contoso.

## Known Issues and Limitations
There are no known issues and limitations.`,
  good: `
# Contoso Tickets
Tickets of Contoso.

### Limits
A hundred calls in a minute.`,
});
