import { policyParameterPrefix } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

const key = `${policyParameterPrefix}urlTemplate`;

export default defineRule({
  name: "policy-host-url",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "The host that a policy sets is an address with https.",
  why: `The policy puts its text in the place of scheme, host and base path of every request. Without \`https://\` in front of it there is no address to
call, unless the user enters one that has it.`,
  on: "policy",
  check({ pointer, template, parameters }, { report }) {
    const url = asString(parameters[key])?.trim();
    // What an expression gives is not known here.
    if (template !== "dynamichosturl" || !url || url.startsWith("@") || /^https:\/\//i.test(url))
      return;
    const at = child(pointer, "parameters", key);
    const isHttp = /^http:\/\//i.test(url);
    report({
      at,
      message: isHttp
        ? "The policy sends requests by http, which is not encrypted; use https."
        : "The urlTemplate of the policy is no whole address; it has no https:// in front.",
      fix: {
        title: isHttp ? "Use https" : 'Put "https://" in front',
        isSafe: false,
        edits: [{ set: at, value: `https://${url.replace(/^http:\/\//i, "")}` }],
      },
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "http://api.contoso.com"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^ The policy sends requests by http, which is not encrypted; use https.
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.urlTemplate": "tickets.contoso.com/@connectionParameters('tenant')"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The urlTemplate of the policy is no whole address; it has no https:// in front.
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
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://api.contoso.com"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.urlTemplate": "https://tickets.contoso.com/@connectionParameters('tenant')"
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
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host')"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.urlTemplate": "@connectionParameters('address')"
        }
      }
    ]
  }
}`,
});
