import { comparable } from "../../connector/markdown.js";
import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-title",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "The readme begins with the title of the connector.",
  why: `The first heading is the title of the page where users read about the connector. Another name than that of the connector in the product
makes them wonder whether they are in the right place.`,
  on: "readme",
  check({ headings }, { definition, report }) {
    const title = asString(definition?.info.title);
    const [first] = headings;
    if (title === undefined || first === undefined) return;
    const wanted = nameOf(title);
    const found = nameOf(first.text);
    // What only says that it is a title, or is in other letters, cannot be compared.
    if (wanted === "" || found === "") return;
    if (found.includes(wanted) || wanted.includes(found) || sharesWord(found, wanted)) return;
    report({
      at: "",
      offset: { offset: first.offset, length: first.length },
      message: `The readme begins with "${first.text}"; the title of the connector is "${title}".`,
      related: [{ file: "apiDefinition", at: "/info/title", message: "This is the title." }],
    });
  },
  bad: `
# Overview
//line The readme begins with "Overview"; the title of the connector is "Contoso Tickets".
Tickets of Contoso.
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets" } }`,
  good: `
## Contoso Tickets Connector
Tickets of Contoso.
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets (Independent Publisher)" } }`,
});

/** A name without the words that stand in one place and not in the other. */
function nameOf(text: string): string {
  return comparable(text)
    .replace(/\b(?:independent publisher|connector|api|custom|the|for|readme|title)\b/g, "")
    .replace(/\s+/g, "");
}

function sharesWord(found: string, wanted: string): boolean {
  return (
    wanted.length >= 5 && (found.includes(wanted.slice(0, 5)) || wanted.includes(found.slice(0, 5)))
  );
}
