import { child } from "../../../connector/pointer.js";
import { asObject, asString, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "security-definitions-single",
  validatorCodes: [],
  sources: ["wizard", "multipleAuthentication"],
  severity: "warning",
  summary: "There is one security definition, unless a policy sends what the others ask for.",
  why: `Microsoft's documentation says that of several security definitions the platform takes the first, whatever \`security\`
names. A second header or query parameter is sent by a policy; several ways to sign in are offered
by \`connectionParameterSets\` in apiProperties.json.`,
  on: "definition",
  check({ value }, { properties, report }) {
    if (isObject(properties?.properties.connectionParameterSets)) return;
    const [first, ...others] = Object.entries(asObject(value.securityDefinitions));
    const sent = new Set(
      properties?.policies
        .filter(({ template }) => template === "setheader" || template === "setqueryparameter")
        .map((policy) => asString(policy.parameter("name"))?.toLowerCase()),
    );
    for (const [name, scheme] of others) {
      const { type, name: key } = asObject(scheme);
      if (type === "apiKey" && typeof key === "string" && sent.has(key.toLowerCase())) continue;
      report({
        at: child("/securityDefinitions", name),
        message: `The security definition ${JSON.stringify(name)} is one of ${others.length + 1}, of which the platform takes only the first, ${JSON.stringify(first![0])}.`,
        related: [
          {
            at: child("/securityDefinitions", first![0]),
            message: "This is the first security definition.",
          },
        ],
      });
    }
  },
  bad: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode"
    },
    "api_key": {
  //^^^^^^^^^ The security definition "api_key" is one of 2, of which the platform takes only the first, "oauth2_auth".
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
  good: `
{
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    },
    "application": {
      "type": "apiKey",
      "in": "query",
      "name": "appId"
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setqueryparameter",
        "title": "Send the id of the application",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "appId",
          "x-ms-apimTemplateParameter.value": "@connectionParameters('app_id')"
        }
      }
    ]
  }
}`,
});
