import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { otherProductNames, productNames, wordsIn } from "../../vocabulary.js";

export default defineRule({
  name: "info-title-no-product-names",
  validatorCodes: ["ValueContainsRestrictedWords"],
  policies: ["5000.2.2.2"],
  sources: ["submission", "strings", "policyErrors"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The title names no product of Power Platform.",
  why: `The title is the name of the product or company that the connector leads to. Reviewers ask to take
out names of Power Platform products, unless such a product is what the connector is about.`,
  on: "definition",
  check(definition, { report }) {
    const title = asString(definition.info.title) ?? "";
    const [name] = wordsIn(title, [...productNames, ...otherProductNames]);
    if (name !== undefined)
      report({
        at: "/info/title",
        message: `The title ${JSON.stringify(title)} contains the product name "${name}".`,
      });
  },
  bad: `
{
  "info": {
    "title": "Contoso for PowerApps"
           //^^^^^^^^^^^^^^^^^^^^^^^ The title "Contoso for PowerApps" contains the product name "Power Apps".
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Power Automation"
  }
}`,
});
