import { comparable } from "../../connector/markdown.js";
import { asString } from "../../connector/values.js";
import { publisherHeading } from "../readmeSections.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-publisher",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The readme names the publisher.",
  why: `Microsoft's template has the line \`## Publisher: …\` below the title: it tells who answers for the connector.`,
  on: "readme",
  check(readme, { properties, report }) {
    const publisher = asString(properties?.properties.publisher);
    if (readme.headings.length === 0 || publisherHeading(readme) !== undefined) return;
    // Also where it is told in a sentence or a table.
    const isNamed = readme.parts.some(({ text }) => {
      const words = comparable(text);
      return (
        /\bpublishe[rd]\b/.test(words) ||
        (publisher !== undefined && words.includes(comparable(publisher)))
      );
    });
    if (isNamed) return;
    const [title] = readme.headings;
    report({
      at: "",
      offset: { offset: title!.offset, length: title!.length },
      message: `The readme does not say who publishes the connector; write "## Publisher: ${publisher ?? "…"}" below the title.`,
      ...(publisher !== undefined && {
        fix: {
          title: `Add "## Publisher: ${publisher}"`,
          isSafe: false,
          edits: [
            {
              replace: { offset: title!.offset + title!.length, length: 0 },
              by: `\n## Publisher: ${publisher}`,
            },
          ],
        },
      }),
    });
  },
  bad: `
# Contoso Tickets
//line The readme does not say who publishes the connector; write "## Publisher: Contoso Ltd" below the title.
Tickets.
//- apiProperties.json
{ "properties": { "publisher": "Contoso Ltd" } }`,
  fixed: `
# Contoso Tickets
## Publisher: Contoso Ltd
Tickets.
//- apiProperties.json
{ "properties": { "publisher": "Contoso Ltd" } }`,
  good: `
# Contoso Tickets
## Publisher: Contoso
//- apiProperties.json
{ "properties": { "publisher": "Contoso Ltd" } }`,
});
