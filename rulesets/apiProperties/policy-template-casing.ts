import { policyTemplates } from "../../connector/policy.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-template-casing",
  validatorCodes: [],
  sources: ["policies"],
  severity: "hint",
  summary: "The id of a policy template is written in small letters.",
  why: `The platform takes the id in any case. The portal and the documentation write it in small letters, so that a search
for one spelling finds every policy of a template.`,
  on: "policy",
  check({ pointer, templateId, template }, { report }) {
    if (template === undefined || template === templateId || !policyTemplates.has(template)) return;
    const at = `${pointer}/templateId`;
    report({
      at,
      message: `The policy template ${JSON.stringify(templateId)} is written "${template}".`,
      fix: {
        title: `Change it to "${template}"`,
        isSafe: true,
        edits: [{ set: at, value: template }],
      },
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "SetHeader",
                    //^^^^^^^^^^^ The policy template "SetHeader" is written "setheader".
        "title": "Set the language"
      }
    ]
  }
}`,
  fixed: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the language"
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "Set the language" },
      { "templateId": "RateLimit", "title": "Not known" }
    ]
  }
}`,
});
