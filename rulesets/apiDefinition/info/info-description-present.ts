import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "info-description-present",
  validatorCodes: ["RequiredPropertyMissing"],
  policies: ["5000.2.3.4"],
  sources: ["submission", "strings", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The definition has a description.",
  why: `The description tells makers what the connector is good for, in the list of connectors and on its
page in Microsoft's documentation. Certification refuses a definition without one.`,
  on: "definition",
  check(definition, { report }) {
    if (!isObject(definition.value.info) || "description" in definition.info) return;
    report({
      at: "/info",
      missing: "description",
      message: "The info of the definition has no description.",
    });
  },
  bad: `
{
  "info": {
//^^^^^^ The info of the definition has no description.
    "title": "Contoso Tickets"
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Tickets",
    "description": "Contoso Tickets lets teams create and track service tickets."
  }
}`,
});
