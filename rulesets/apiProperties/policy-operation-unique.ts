import { policyOperationKey } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { asArray } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-operation-unique",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  tag: "unnecessary",
  summary: "A policy names each operation once.",
  why: `A name that stands twice has no effect; where another one was meant, that operation goes without the policy.`,
  on: "policy",
  check({ pointer, parameters }, { report }) {
    const seen = new Set<unknown>();
    for (const [index, name] of asArray(parameters[policyOperationKey]).entries()) {
      if (typeof name === "string" && seen.has(name)) {
        const at = child(pointer, "parameters", policyOperationKey, index);
        report({
          at,
          message: `The policy names the operation "${name}" already.`,
          fix: { title: "Remove it", isSafe: false, edits: [{ remove: at }] },
        });
      }
      seen.add(name);
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "title": "Move",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets", "GetTicket", "ListTickets"],
                                                                        //^^^^^^^^^^^^^ The policy names the operation "ListTickets" already.
          "x-ms-apimTemplateParameter.newPath": "/v2/tickets"
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
        "templateId": "routerequesttoendpoint",
        "title": "Move",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets", "GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v2/tickets"
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
        "templateId": "routerequesttoendpoint",
        "title": "Move",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets", "GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v2/tickets"
        }
      }
    ]
  }
}`,
});
