import { hasValue } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-title-present",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "Every policy has a title.",
  why: `The title is what the portal lists. Without one nobody can tell the policies of a connector apart.`,
  on: "policy",
  check({ pointer, value, templateId }, { report }) {
    if (!hasValue(value, "title"))
      report({
        at: pointer,
        missing: "title",
        message: `The policy ${templateId === undefined ? "" : `"${templateId}" `}has no title, by which the portal lists it.`,
      });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
    //^ The policy "setheader" has no title, by which the portal lists it.
        "templateId": "setheader",
        "title": "  ",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Accept-Language",
          "x-ms-apimTemplateParameter.value": "en"
        }
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the language",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Accept-Language",
          "x-ms-apimTemplateParameter.value": "en"
        }
      }
    ]
  }
}`,
});
