import { policyParameterPrefix } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";

const key = `${policyParameterPrefix}statusCode`;

export default defineRule({
  name: "policy-status-code",
  validatorCodes: [],
  sources: ["policies", "testConnection"],
  severity: "warning",
  summary: "The status that means that a user has to sign in again is one of an error.",
  why: `The policy marks a connection as broken when the API answers with this status. With one below 400 every connection is broken at its first
success.`,
  on: "policy",
  check({ pointer, template, parameters }, { report }) {
    const status = parameters[key];
    if (template !== "setconnectionstatustounauthenticated" || typeof status !== "number") return;
    if (Number.isInteger(status) && status >= 400 && status <= 599) return;
    report({
      at: child(pointer, "parameters", key),
      message: `The status ${status} is none of an error; those are from 400 to 599.`,
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setconnectionstatustounauthenticated",
        "title": "Sign in again",
        "parameters": {
          "x-ms-apimTemplateParameter.statusCode": 200
                                                 //^^^ The status 200 is none of an error; those are from 400 to 599.
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
        "templateId": "setconnectionstatustounauthenticated",
        "title": "Sign in again",
        "parameters": {
          "x-ms-apimTemplateParameter.statusCode": 401
        }
      }
    ]
  }
}`,
});
