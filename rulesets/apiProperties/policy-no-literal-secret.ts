import { child } from "../../connector/pointer.js";
import { isSecretValue, policyValues } from "../../connector/secrets.js";
import { asString, member } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-no-literal-secret",
  validatorCodes: [],
  sources: ["repository", "policies"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No policy sends a key, a token or a password that is written in the file.",
  why: `A policy that sets \`Authorization\`, an API key or a password to a fixed value gives everybody who can read the file, or export
the connector, the same access. Ask for it with a connection parameter of type \`securestring\`, which
\`@connectionParameters('api_key')\` reads. Placeholders that are replaced when the connector is deployed are fine.`,
  on: "policy",
  check({ pointer, parameters, label }, { report }) {
    for (const [key, named] of policyValues) {
      const name = asString(member(parameters, named));
      const value = asString(member(parameters, key));
      if (name === undefined || value === undefined || !isSecretValue(name, value)) continue;
      report({
        at: child(pointer, "parameters", key),
        message: `${label} sets "${name}" to a fixed value that looks secret; a connection parameter of type "securestring" can hold it.`,
      });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Sign in",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Contoso-Api-Key",
          "x-ms-apimTemplateParameter.value": "4f8c21d09be7a3356"
                                            //^^^^^^^^^^^^^^^^^^^ The policy "Sign in" sets "X-Contoso-Api-Key" to a fixed value that looks secret; a connection parameter of type "securestring" can hold it.
        }
      },
      {
        "templateId": "setproperty",
        "title": "Sign in below",
        "parameters": {
          "x-ms-apimTemplateParameter.newPropertyParentPathTemplate": "@body()",
          "x-ms-apimTemplateParameter.newPropertySubPathTemplate": "password",
          "x-ms-apimTemplateParameter.propertyValuePathTemplate": "Gr33n-Tea"
                                                                //^^^^^^^^^^^ The policy "Sign in below" sets "password" to a fixed value that looks secret; a connection parameter of type "securestring" can hold it.
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
        "title": "Sign in",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Authorization",
          "x-ms-apimTemplateParameter.value": "Bearer @connectionParameters('api_key')"
        }
      },
      {
        "templateId": "setheader",
        "title": "Sign in with a placeholder",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Contoso-Api-Key",
          "x-ms-apimTemplateParameter.value": "PLACEHOLDER_API_KEY_1"
        }
      },
      {
        "templateId": "setheader",
        "title": "Ask for JSON",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Accept",
          "x-ms-apimTemplateParameter.value": "application/vnd.contoso.v2+json"
        }
      },
      {
        "templateId": "setqueryparameter",
        "title": "Choose the kind of token",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "token",
          "x-ms-apimTemplateParameter.value": "client_credentials"
        }
      }
    ]
  }
}`,
});
