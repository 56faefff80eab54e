import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-heading-levels",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "No level is left out between a heading and the one above it.",
  why: `Screen readers and tables of contents follow the levels of headings: a heading of level 4 right below one of level 2
looks as if something were missing between them.`,
  on: "readme",
  check({ headings }, { report }) {
    const real = headings.filter(({ form }) => form === "heading" || form === "html");
    for (const [index, { text, level, words }] of real.entries()) {
      const above = real[index - 1];
      if (above === undefined || level <= above.level + 1) continue;
      report({
        at: "",
        offset: words,
        message: `The heading "${text}" is of level ${level}, but the one before it, "${above.text}", of level ${above.level}. Make it one of level ${above.level + 1}, "${"#".repeat(above.level + 1)}".`,
      });
    }
  },
  bad: `
# Contoso Tickets
Creates and reads tickets.

## Supported Operations
#### List tickets
   //^^^^^^^^^^^^ The heading "List tickets" is of level 4, but the one before it, "Supported Operations", of level 2. Make it one of level 3, "###".`,
  good: `
## Contoso Tickets
Creates and reads tickets.

### Supported Operations
#### List tickets
**By customer**

# Support`,
});
