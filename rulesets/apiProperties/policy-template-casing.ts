import { child } from "../../connector/pointer.js";
import { policyTemplates } from "../policyTemplates.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-template-casing",
  validatorCodes: [],
  sources: ["policies"],
  severity: "hint",
  summary: "The id of a policy template is written in lower case.",
  why: `So the service writes it when it gives the connector back, and nearly all published connectors have it. Written otherwise, every download
changes the line.`,
  on: "policy",
  check({ pointer, templateId, template }, { report }) {
    if (templateId === template || !policyTemplates.some((known) => known === template)) return;
    const at = child(pointer, "templateId");
    report({
      at,
      message: `The service writes the template "${templateId}" as "${template}".`,
      fix: { title: `Write "${template}"`, isSafe: true, edits: [{ set: at, value: template }] },
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "SetHeader",
                    //^^^^^^^^^^^ The service writes the template "SetHeader" as "setheader".
        "title": "Set the language",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Accept-Language",
          "x-ms-apimTemplateParameter.value": "en"
        }
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
        "title": "Set the language",
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
