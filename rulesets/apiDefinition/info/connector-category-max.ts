import { metadataNamed } from "../../../connector/metadata.js";
import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";

const maximum = 2;

export default defineRule({
  name: "connector-category-max",
  validatorCodes: ["TooManyConnectorCategories"],
  sources: ["submission"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: `A connector has at most ${maximum} categories.`,
  why: "Certification refuses a connector with more categories; the two that fit best stay.",
  on: "definition",
  check(definition, { report }) {
    for (const { pointer, propertyValue = "" } of metadataNamed(definition, "Categories")) {
      const categories = propertyValue
        .split(";")
        .map((category) => category.trim())
        .filter((category) => category !== "");
      if (categories.length <= maximum) continue;
      const kept = categories.slice(0, maximum).join(";");
      report({
        at: child(pointer, "propertyValue"),
        message: `The connector has ${categories.length} categories; at most ${maximum} are allowed.`,
        fix: {
          title: `Keep the first ${maximum}: "${kept}"`,
          isSafe: false,
          edits: [{ set: child(pointer, "propertyValue"), value: kept }],
        },
      });
    }
  },
  bad: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Categories",
      "propertyValue": "AI;Data; Finance"
                     //^^^^^^^^^^^^^^^^^^ The connector has 3 categories; at most 2 are allowed.
    }
  ]
}`,
  fixed: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Categories",
      "propertyValue": "AI;Data"
    }
  ]
}`,
  good: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Categories",
      "propertyValue": "AI;Data;"
    }
  ]
}`,
});
