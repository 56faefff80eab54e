import { valueAt } from "../../connector/reference.js";
import { asString } from "../../connector/values.js";
import { nearest } from "../nearest.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-connection-parameter-exists",
  validatorCodes: [],
  sources: ["connections", "policies"],
  severity: "warning",
  summary: "Every connection parameter that a policy reads is one of the connector.",
  why: `\`@connectionParameters('name')\` stands for what the user entered when the connection was made. Where no
way to connect has a parameter of that name the policy finds nothing, unless the expression gives a
default as second argument. Upper and lower case count as the same here: published connectors mix them.`,
  on: "connectionParameterUse",
  check({ name, hasDefault, pointer, place }, { properties, report }) {
    if (hasDefault || properties === undefined) return;
    const names = properties.connectionParameters.map((parameter) => parameter.name);
    if (names.some((known) => known.toLowerCase() === name.toLowerCase())) return;
    const meant = nearest(name, names);
    const text = asString(valueAt(properties.value, pointer)) ?? "";
    report({
      at: pointer,
      message: `The policy reads the connection parameter "${name}", which the connector does not have.`,
      fix:
        meant === undefined
          ? undefined
          : {
              title: `Read "${meant}"`,
              isSafe: false,
              edits: [
                {
                  set: pointer,
                  value:
                    text.slice(0, place.offset) + meant + text.slice(place.offset + place.length),
                },
              ],
            },
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
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('hosts')/@{connectionParameters('tenant')}"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy reads the connection parameter "hosts", which the connector does not have.
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
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host')/@{connectionParameters('tenant')}"
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
            "Host": { "type": "string" }
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
