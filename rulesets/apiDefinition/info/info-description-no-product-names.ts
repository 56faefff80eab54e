import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { productNames, wordsIn } from "../../vocabulary.js";

export default defineRule({
  name: "info-description-no-product-names",
  validatorCodes: ["ValueContainsRestrictedWords"],
  policies: ["5000.2.3.5"],
  sources: ["submission", "strings", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary:
    "The description of a connector does not name Power Apps, Power Automate, Logic Apps or Copilot Studio.",
  why: `The same description is shown in all of these products, so it must fit each of them: it says what the
connector does, not where. Certification refuses a description with one of the names; "API", "connector",
"Power Platform" and "Power BI" are accepted.`,
  on: "definition",
  check(definition, { report }) {
    for (const name of wordsIn(asString(definition.info.description) ?? "", productNames))
      report({
        at: "/info/description",
        message: `The description of the connector contains the product name "${name}".`,
      });
  },
  bad: `
{
  "info": {
    "description": "Connects Contoso with logic apps and PowerAutomate."
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the connector contains the product name "Power Automate".
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the connector contains the product name "Logic Apps".
  }
}`,
  good: `
{
  "info": {
    "description": "This connector makes the API of Contoso available in Power Platform."
  }
}`,
});
