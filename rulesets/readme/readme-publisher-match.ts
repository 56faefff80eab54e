import { comparable } from "../../connector/markdown.js";
import { asString } from "../../connector/values.js";
import { publisherHeading } from "../readmeSections.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-publisher-match",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "The readme names the same publisher as the API properties.",
  why: `The name in apiProperties.json is shown in the product, the one in the readme beside it in the documentation. Two names look like two
companies.`,
  on: "readme",
  check(readme, { properties, report }) {
    const publisher = asString(properties?.properties.publisher);
    const heading = publisherHeading(readme);
    const named =
      heading && /^\W*publishers?(?:'?s? name)?\s*[:\-–]\s*(.+)$/i.exec(heading.text)?.[1];
    // One that was never filled in is told by another rule.
    if (!publisher || !named || /^(?:publisher|your)\S* name$/i.test(named)) return;
    const [a, b] = [publisher, named].map((name) => comparable(name).replaceAll(" ", ""));
    if (a!.includes(b!) || b!.includes(a!) || a!.slice(0, 5) === b!.slice(0, 5)) return;
    report({
      at: "",
      offset: { offset: heading!.offset, length: heading!.length },
      message: `The readme names the publisher "${named}", but the API properties name "${publisher}".`,
      related: [
        {
          file: "apiProperties",
          at: "/properties/publisher",
          message: `"${publisher}" stands here.`,
        },
      ],
    });
  },
  bad: `
# Contoso Tickets
## Publisher: Fabrikam
//line The readme names the publisher "Fabrikam", but the API properties name "Contoso Ltd".
//- apiProperties.json
{ "properties": { "publisher": "Contoso Ltd" } }`,
  good: `
# Contoso Tickets
## Publisher: Contoso
//- apiProperties.json
{ "properties": { "publisher": "Contoso Ltd" } }`,
});
