import { isObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "publisher-present",
  validatorCodes: [],
  sources: ["submission", "repository"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The properties name the publisher.",
  why: `The \`publisher\` is the company or person who offers the connector, with the full name. Certification wants
it in every connector.`,
  on: "properties",
  check({ value, properties }, { report }) {
    const { publisher = "" } = properties;
    if (!isObject(value.properties) || typeof publisher !== "string" || publisher.trim() !== "")
      return;
    report({
      at: "publisher" in properties ? "/properties/publisher" : "/properties",
      message: "The publisher of the connector is not named.",
    });
  },
  bad: `
{
  "properties": {
    "iconBrandColor": "#0b5394",
    "publisher": ""
               //^^ The publisher of the connector is not named.
  }
}`,
  good: `
{
  "properties": {
    "iconBrandColor": "#0b5394",
    "publisher": "Contoso",
    "stackOwner": "Fabrikam"
  }
}`,
});
