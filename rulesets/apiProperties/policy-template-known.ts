import { policyTemplates } from "../../connector/policy.js";
import { nearest } from "../nearest.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-template-known",
  validatorCodes: [],
  sources: ["policies"],
  severity: "error",
  summary: "Every policy uses a template that the platform has.",
  why: `The \`templateId\` says what a policy does. The list of templates is closed: with an id that is not in it the connector is
refused, or the policy does nothing at all. Capitals do not count, hyphens and underscores do.`,
  on: "policy",
  check({ pointer, templateId, template }, { report }) {
    if (template === undefined || policyTemplates.has(template)) return;
    const at = `${pointer}/templateId`;
    const meant = templateMeantBy(template);
    report({
      at,
      message: `There is no policy template ${JSON.stringify(templateId)}.${meant === undefined ? "" : ` Is "${meant}" meant?`}`,
      fix:
        meant === undefined
          ? undefined
          : {
              title: `Change it to "${meant}"`,
              isSafe: false,
              edits: [{ set: at, value: meant }],
            },
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "set-header",
                    //^^^^^^^^^^^^ There is no policy template "set-header". Is "setheader" meant?
        "title": "Set the language",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Accept-Language",
          "x-ms-apimTemplateParameter.value": "en",
          "x-ms-apimTemplate-policySection": "Request"
        }
      },
      {
        "templateId": "dynamichost",
                    //^^^^^^^^^^^^^ There is no policy template "dynamichost". Is "dynamichosturl" meant?
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://api.contoso.com"
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
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "Set the language" },
      { "templateId": "SetQueryParameter", "title": "Set the size" },
      { "templateId": 1, "title": "Told by another rule" }
    ]
  }
}`,
});

/** The template that an unknown id probably means: the same letters, or nearly so. */
function templateMeantBy(template: string): string | undefined {
  const letters = template.replace(/[^a-z]/g, "");
  return policyTemplates.has(letters) ? letters : nearest(letters, policyTemplates.keys());
}
