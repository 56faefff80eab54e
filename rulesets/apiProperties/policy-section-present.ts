import { child } from "../../connector/pointer.js";
import { templatesWithSection } from "../policyTemplates.js";
import { defineRule } from "../rule.js";

const key = "x-ms-apimTemplate-policySection";

export default defineRule({
  name: "policy-section-present",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "A policy says whether it changes the request or the response.",
  why: `The same template works on what is sent and on what comes back. Microsoft's pages mark the section as required, and the portal cannot show a
policy without it rightly.`,
  on: "policy",
  check({ pointer, template, parameters, value }, { report }) {
    if (!templatesWithSection.includes(template) || key in parameters || !("parameters" in value))
      return;
    report({
      at: child(pointer, "parameters"),
      missing: key,
      message: `The policy does not say whether it changes the request or the response; "${key}" is missing.`,
      fix: {
        title: 'Change the request: add "Request"',
        isSafe: false,
        edits: [{ set: child(pointer, "parameters", key), value: "Request" }],
      },
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the language",
        "parameters": {
      //^^^^^^^^^^^^ The policy does not say whether it changes the request or the response; "x-ms-apimTemplate-policySection" is missing.
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
          "x-ms-apimTemplateParameter.value": "en",
          "x-ms-apimTemplate-policySection": "Request"
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
          "x-ms-apimTemplateParameter.value": "en",
          "x-ms-apimTemplate-policySection": "Request"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://api.contoso.com"
        }
      }
    ]
  }
}`,
});
