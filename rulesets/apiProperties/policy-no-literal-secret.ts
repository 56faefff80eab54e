import { policyParameterPrefix } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { isSecretHeader, knownSecrets, looksRandom } from "../../connector/secrets.js";
import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-no-literal-secret",
  validatorCodes: [],
  sources: ["policies", "repository"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No policy sends a secret that stands in the file.",
  why: `Whoever can read the connector can read its policies, and those of a published one lie in a public repository. Ask for the secret in a
connection parameter and read it with \`@connectionParameters('…')\`. One that stood here has to be revoked.`,
  on: "policy",
  check({ pointer, template, parameters }, { report }) {
    if (template !== "setheader" && template !== "setqueryparameter") return;
    const name = asString(parameters[`${policyParameterPrefix}name`]);
    const key = `${policyParameterPrefix}value`;
    const value = asString(parameters[key])?.trim();
    if (name === undefined || value === undefined || !isSecretHeader(name)) return;
    const secret = value.replace(/^(?:bearer|basic|token|apikey)\s+/i, "");
    // What is known by its form is told by another rule.
    if (knownSecrets(value).length > 0 || secret.includes("@") || !looksRandom(secret)) return;
    report({
      at: child(pointer, "parameters", key),
      message: `The policy sends "${name}" with what looks like a secret; no secret belongs in a file.`,
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the key",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Api-Key",
          "x-ms-apimTemplateParameter.value": "k3Rt9Qw7Zb2Lm5Xc8Vn1",
                                            //^^^^^^^^^^^^^^^^^^^^^^ The policy sends "X-Api-Key" with what looks like a secret; no secret belongs in a file.
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
        "title": "Set the key",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Api-Key",
          "x-ms-apimTemplateParameter.value": "@connectionParameters('key')",
          "x-ms-apimTemplate-policySection": "Request"
        }
      },
      {
        "templateId": "setheader",
        "title": "Set the type",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Authorization",
          "x-ms-apimTemplateParameter.value": "Bearer <your token>",
          "x-ms-apimTemplate-policySection": "Request"
        }
      },
      {
        "templateId": "setheader",
        "title": "Trace",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Trace",
          "x-ms-apimTemplateParameter.value": "k3Rt9Qw7Zb2Lm5Xc8Vn1",
          "x-ms-apimTemplate-policySection": "Request"
        }
      }
    ]
  }
}`,
});
