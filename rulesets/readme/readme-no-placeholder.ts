import { asString } from "../../connector/values.js";
import { titleOf } from "../readmeSections.js";
import { isLeftPublisher, isLeftTitle } from "../readmeTemplate.js";
import { renameHeading } from "../readmeText.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-no-placeholder",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The title and the publisher of the readme are real names.",
  why: `The template of Microsoft's repository has the words "Title" and "Publisher's Name" where the names of the connector and
of its publisher belong. The readme of a connector whose author wrote the names below them, and left the words, shows both.`,
  on: "readme",
  check(readme, { connector, properties, report }) {
    const title = titleOf(connector);
    const publisher = asString(properties?.properties.publisher)?.trim() ?? "";
    for (const [index, heading] of readme.headings.entries()) {
      const { text, words } = heading;
      const isTitle = index === 0 && isLeftTitle(text);
      if (!isTitle && !isLeftPublisher(text.replace(/^publisher\s*:\s*/i, ""))) continue;
      const name = isTitle ? title : publisher === "" ? undefined : `Publisher: ${publisher}`;
      report({
        at: "",
        offset: words,
        message: `"${text}" is a placeholder of the template; the ${
          isTitle ? "title of the connector" : "name of the publisher"
        } belongs there.`,
        fix: name === undefined ? undefined : renameHeading(readme, heading, name),
      });
    }
  },
  bad: `
# Title
//^^^^^ "Title" is a placeholder of the template; the title of the connector belongs there.
Creates and reads tickets.

## Publisher: Publisher's Name
 //^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Publisher: Publisher's Name" is a placeholder of the template; the name of the publisher belongs there.
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets" } }
//- apiProperties.json
{ "properties": { "publisher": "Contoso" } }`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.

## Publisher: Contoso
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets" } }
//- apiProperties.json
{ "properties": { "publisher": "Contoso" } }`,
  good: `
# Title: Contoso Tickets
Creates and reads tickets.

## Publisher: Contoso

## Supported Operations
### Title
Returns the title of a ticket.`,
});
