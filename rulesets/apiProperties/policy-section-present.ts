import { policySectionKey, policyTemplates } from "../../connector/policy.js";
import { isObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-section-present",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "A policy that can change requests as well as responses says which.",
  why: `The templates that set headers and properties or convert them work on the request as well as on the response.
\`x-ms-apimTemplate-policySection\` says which is meant; the documentation demands it, and without it the policy may run where nobody
expects it.`,
  on: "policy",
  check({ pointer, value, parameters, template, label }, { report }) {
    const { section } = policyTemplates.get(template ?? "") ?? {};
    if (section === undefined || !isObject(value.parameters)) return;
    if (Object.hasOwn(parameters, policySectionKey)) return;
    const at = `${pointer}/parameters`;
    report({
      at,
      missing: policySectionKey,
      message: `${label} says in no "${policySectionKey}" whether it changes the request or the response.`,
      fix: {
        title: `Add the section "${section}"`,
        isSafe: false,
        edits: [{ set: `${at}/${policySectionKey}`, value: section }],
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
      //^^^^^^^^^^^^ The policy "Set the language" says in no "x-ms-apimTemplate-policySection" whether it changes the request or the response.
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
          "x-ms-apimTemplateParameter.name": "Content-Language",
          "x-ms-apimTemplateParameter.value": "en",
          "x-ms-apimTemplate-policySection": "Response"
        }
      },
      {
        "templateId": "setqueryparameter",
        "title": "Always of the request",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "size",
          "x-ms-apimTemplateParameter.value": "50"
        }
      },
      { "templateId": "setheader", "title": "Without parameters" }
    ]
  }
}`,
});
