import { child } from "../../connector/pointer.js";
import { nearest } from "../nearest.js";
import { policyTemplates } from "../policyTemplates.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-template-known",
  validatorCodes: [],
  sources: ["policies"],
  severity: "error",
  summary: "Every policy is of a template that the service has.",
  why: `The \`templateId\` says what a policy does. The service has a closed list of templates and cannot make a policy of another one.
Upper and lower case do not count.`,
  on: "policy",
  check({ pointer, templateId, template }, { report }) {
    if (templateId === undefined || policyTemplates.some((known) => known === template)) return;
    const letters = template.replace(/[^a-z]/g, "");
    const meant =
      policyTemplates.find((known) => known === letters) ?? nearest(letters, policyTemplates);
    const at = child(pointer, "templateId");
    report({
      at,
      message: `There is no policy template "${templateId}"${meant === undefined ? "" : `; "${meant}" may be meant`}.`,
      fix:
        meant === undefined
          ? undefined
          : { title: `Use "${meant}"`, isSafe: false, edits: [{ set: at, value: meant }] },
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "set-header",
                    //^^^^^^^^^^^^ There is no policy template "set-header"; "setheader" may be meant.
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
        "templateId": "SetHeader",
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
