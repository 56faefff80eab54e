import { blocksUnder, headingOf, readmeSections } from "../readmeSections.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-section-not-empty",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "Every section of the readme says something.",
  why: `A heading without a text leaves its question open: whether no plan is needed or the author forgot to say which. When there is
nothing to say, a sentence tells that: "There are no known limitations."`,
  on: "readme",
  check(readme, { report }) {
    const { publisher: _, ...sections } = readmeSections;
    const headings = Object.values(sections).map((section) => ({
      heading: headingOf(readme, section),
      section,
    }));
    const [title] = readme.headings;
    for (const { heading, section } of headings) {
      if (heading === undefined || heading === title || blocksUnder(readme, heading).length > 0)
        continue;
      const next = readme.headings[readme.headings.indexOf(heading) + 1];
      if (next !== undefined && next.level > heading.level) continue;
      // Operations often stand under headings of too high a level.
      const isOperation =
        section === readmeSections.operations &&
        next !== undefined &&
        next.level < heading.level &&
        !headings.some((other) => other.heading === next);
      if (isOperation) continue;
      report({
        at: "",
        offset: heading.words,
        message: `The section "${heading.text}" of the readme is empty. Say ${section.says}, or that there is nothing to say.`,
      });
    }
  },
  bad: `
# Contoso Tickets
Creates and reads tickets.

## Prerequisites
 //^^^^^^^^^^^^^ The section "Prerequisites" of the readme is empty. Say which plan, licence or account is needed, or that there is nothing to say.
<!-- Ask the team -->

## Supported Operations
### List tickets`,
  good: `
# Contoso Tickets
Creates and reads tickets.

## Publisher: Contoso

## Prerequisites
- A plan

## Supported Operations
# List tickets
Gives all tickets.`,
});
