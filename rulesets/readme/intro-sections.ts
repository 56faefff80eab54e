import { headingKey } from "../readmeSections.js";
import { allOf, defineRule } from "../rule.js";

/** The parts that the page of a certified connector has, and the headings under which they are understood. */
const sections = [
  { title: "Prerequisites", heading: /\bpre ?(?:requisites?|requirements?)\b|^requirements?$/ },
  {
    title: "How to get credentials",
    heading: /\bcredentials?\b|\bauthentication\b|\b(?:api )?(?:keys?|tokens?)\b/,
  },
  {
    title: "Get started with your connector",
    heading: /\bget(?:ting)? started\b|\bquick ?start\b/,
  },
  { title: "Known issues and limitations", heading: /\bissues?\b|\blimitations?\b/ },
  { title: "Common errors and remedies", heading: /\berrors?\b|\bremed|\btroubleshoot/ },
  { title: "FAQ", heading: /\bfaqs?\b|\bfrequently asked\b/ },
];

export default defineRule({
  name: "intro-sections",
  validatorCodes: [],
  policies: ["5000.1.1.5"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "warning" },
  summary: "The intro has the sections that the page of the connector shows.",
  why: `Microsoft's documentation shows \`intro.md\` on the page of a certified connector, above the operations. Certification asks
for the same sections in each, so that users of any connector find prerequisites, credentials and help in the same place.`,
  on: "intro",
  check({ headings, blocks }, { report }) {
    if (blocks.length === 0) {
      report({
        at: "",
        message: `The intro is empty. Describe the connector, and add the sections ${listed(sections)}.`,
      });
      return;
    }
    const keys = headings.map(({ text }) => headingKey(text));
    const missing = sections.filter(({ heading }) => !keys.some((key) => heading.test(key)));
    if (missing.length === 0) return;
    report({
      at: "",
      message: `The intro lacks the ${missing.length === 1 ? "section" : "sections"} ${listed(missing)}.`,
    });
  },
  bad: `
//- intro.md
Creates and reads tickets.
//root The intro lacks the sections "How to get credentials", "Common errors and remedies" and "FAQ".

## Prerequisites
A plan of Contoso.

## Getting started
Create a connection.

## Known limitations
At most 100 tickets are read at once.`,
  good: `
//- intro.md
Creates and reads tickets.

## Prerequisites
A plan of Contoso.

## How to get credentials
Create a key.

## Get started with your connector
Create a connection.

## Known issues and limitations
At most 100 tickets are read at once.

## Troubleshooting
Ask for a new key.

## Frequently asked questions
Ask us.`,
});

function listed(list: readonly { title: string }[]): string {
  return allOf(list.map(({ title }) => title));
}
