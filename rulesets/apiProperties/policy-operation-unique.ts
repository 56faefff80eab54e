import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-operation-unique",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  tag: "unnecessary",
  summary: "A policy names each operation once.",
  why: `A second mention of an operation changes nothing. Most often another one was meant when a line was copied, and that one
goes without the policy.`,
  on: "policy",
  check({ namedOperations, label }, { report }) {
    const seen = new Set<string>();
    for (const { name, pointer: at } of namedOperations) {
      if (seen.has(name))
        report({
          at,
          message: `${label} names the operation "${name}" a second time.`,
          fix: { title: `Remove "${name}"`, isSafe: true, edits: [{ remove: at }] },
        });
      seen.add(name);
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the language",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets", "GetTicket", "ListTickets"]
                                                                        //^^^^^^^^^^^^^ The policy "Set the language" names the operation "ListTickets" a second time.
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
          "x-ms-apimTemplate-operationName": ["ListTickets", "GetTicket"]
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
        "title": "Set the language",
        "parameters": { "x-ms-apimTemplate-operationName": ["ListTickets", "listTickets"] }
      },
      {
        "templateId": "setheader",
        "title": "Set the source",
        "parameters": { "x-ms-apimTemplate-operationName": ["ListTickets"] }
      }
    ]
  }
}`,
});
