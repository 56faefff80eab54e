import { comparable } from "../../connector/markdown.js";
import { defineRule } from "../rule.js";

/** The sections that certification asks for, by the words of their headings. */
const sections: readonly { title: string; words: RegExp }[] = [
  { title: "Prerequisites", words: /\bpre ?requisites?\b/ },
  { title: "How to get credentials", words: /\bcredentials?\b/ },
  { title: "Get started with your connector", words: /\bget(?:ting)? started\b/ },
  { title: "Known issues and limitations", words: /\bissues\b|\blimitations\b/ },
  { title: "Common errors and remedies", words: /\berrors?\b/ },
  { title: "FAQ", words: /\bfaqs?\b|\bquestions\b/ },
];

export default defineRule({
  name: "intro-sections",
  validatorCodes: [],
  policies: ["5000.1.1.5"],
  sources: ["submission"],
  severity: { certified: "info" },
  summary: "The intro.md has the sections that certification asks for.",
  why: `The file becomes the page of the connector in Microsoft's documentation. Its template has a description and six sections; what is
missing is asked for in the review.`,
  on: "intro",
  check({ headings }, { report }) {
    const missing = sections.filter(
      ({ words }) => !headings.some(({ text }) => words.test(comparable(text))),
    );
    if (missing.length > 0)
      report({
        at: "",
        message: `intro.md has no section ${missing.map(({ title }) => `"${title}"`).join(", ")}.`,
      });
  },
  bad: `
Contoso Tickets lets you handle tickets.
//root intro.md has no section "Common errors and remedies", "FAQ".
## Prerequisites
A subscription.
## How to get credentials
## Get started with your connector
## Known issues and limitations`,
  good: `
Contoso Tickets lets you handle tickets.
## Pre-requisites
## How to get credentials
## Getting started with your connector
## Known issues and limitations
## Common errors and remedies
## Frequently asked questions`,
});
