import { nearest } from "../nearest.js";
import { readInstead } from "../policyText.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-connection-parameter-exists",
  validatorCodes: [],
  sources: ["connections", "policies"],
  severity: "warning",
  summary: "Every connection parameter that a policy reads is one of the connector.",
  why: `\`@connectionParameters('name')\` stands for what the user entered when the connection was made. Where no
way to connect has a parameter of that name the policy finds nothing, unless the expression gives a
default as second argument. Nothing promises that capitals do not count.`,
  on: "namedUse",
  check(use, { properties, report }) {
    const { by, name, hasDefault, pointer } = use;
    if (by !== "connectionParameters" || properties === undefined) return;
    const names = properties.connectionParameters.map((parameter) => parameter.name);
    if (names.includes(name)) return;
    const other = names.find((known) => known.toLowerCase() === name.toLowerCase());
    if (other !== undefined)
      report({
        at: pointer,
        message: `The policy reads the connection parameter "${name}", which the connector has as "${other}".`,
        fix: readInstead(use, other, true),
      });
    else if (!hasDefault)
      report({
        at: pointer,
        message: `The policy reads the connection parameter "${name}", which the connector does not have.`,
        fix: readInstead(use, nearest(name, names)),
      });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "host": { "type": "string" },
      "tenant": { "type": "string" }
    },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('hosts').contoso.com/@{connectionParameters('Tenant')}"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy reads the connection parameter "Tenant", which the connector has as "tenant".
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy reads the connection parameter "hosts", which the connector does not have.
        }
      }
    ]
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "host": { "type": "string" },
      "tenant": { "type": "string" }
    },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host').contoso.com/@{connectionParameters('tenant')}"
        }
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {},
    "connectionParameterSets": {
      "values": [
        {
          "name": "key",
          "parameters": {
            "host": { "type": "string" }
          }
        }
      ]
    },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host')/@connectionParameters('version', 'v1')"
        }
      }
    ]
  }
}`,
});
