import { blocksUnder, followsTemplate, headingKey, isSectionHeading } from "../readmeSections.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-description",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The readme says under its title what the connector is for.",
  why: `The first sentences decide whether somebody reads on. Two or three of them belong under the title: what the service
does, and what a maker can do with the connector.`,
  on: "readme",
  check(readme, { report }) {
    const [title] = readme.headings;
    if (title === undefined || isSectionHeading(title.text) || !followsTemplate(readme)) return;
    const isBefore = readme.blocks.some(
      ({ kind, offset }) => kind !== "heading" && offset < title.offset,
    );
    if (isBefore || blocksUnder(readme, title).length > 0) return;
    const [, next] = readme.headings;
    // A second heading that is no section is a subtitle with the description under it.
    const isSubtitled = next !== undefined && !isSectionHeading(next.text);
    const isDescribed = readme.headings.some(({ text }) =>
      /^(?:about|description|introduction|overview|summary)\b/.test(headingKey(text)),
    );
    if (isSubtitled || isDescribed) return;
    report({
      at: "",
      offset: title.words,
      message: `Nothing stands under the title "${title.text}". Say in two or three sentences what the service does and what the connector is for.`,
    });
  },
  bad: `
# Contoso Tickets
//^^^^^^^^^^^^^^^ Nothing stands under the title "Contoso Tickets". Say in two or three sentences what the service does and what the connector is for.

## Publisher: Contoso

## Prerequisites
A plan of Contoso.`,
  good: `
# Contoso Tickets

## Description
Creates and reads tickets.

## Prerequisites
A plan of Contoso.`,
});
