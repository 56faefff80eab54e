import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-polling-on-trigger",
  validatorCodes: [],
  sources: ["polling"],
  severity: "warning",
  summary: "A polling policy applies to polling triggers.",
  why: `The policy \`pollingtrigger\` remembers where the last poll ended and hands on what is new. It works for the operations that
have \`"x-ms-trigger": "batch"\` in the API definition: an action is called once, a webhook is not called at all.`,
  on: "policy",
  check(policy, { definition, report }) {
    if (policy.template !== "pollingtrigger" || !definition?.hasPaths) return;
    if (policy.isForAll) {
      if (!definition.operations.some(({ trigger }) => trigger === "batch"))
        report({
          at: policy.pointer,
          message: `${policy.label} has no polling trigger to apply to: no operation has "x-ms-trigger": "batch".`,
        });
      return;
    }
    for (const { name, pointer } of policy.namedOperations)
      for (const operation of definition.operationsById(name))
        if (operation.trigger !== "batch")
          report({
            at: pointer,
            message: `${policy.label} polls ${operation.label}, which is ${operation.isWebhook ? "a webhook" : "no polling trigger"}: it lacks "x-ms-trigger": "batch".`,
            related: [
              {
                at: operation.pointer,
                file: "apiDefinition",
                message: "This is the operation.",
              },
            ],
          });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "pollingtrigger",
        "title": "Poll the tickets",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["WhenTicketsChange", "ListTickets"]
                                                                 //^^^^^^^^^^^^^ The policy "Poll the tickets" polls "ListTickets", which is no polling trigger: it lacks "x-ms-trigger": "batch".
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/changes": {
      "get": { "operationId": "WhenTicketsChange", "x-ms-trigger": "batch" }
    },
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    }
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "PollingTrigger",
        "title": "Poll the tickets",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["WhenTicketsChange", "ToldByAnotherRule"]
        }
      },
      {
        "templateId": "pollingtrigger",
        "title": "Poll all",
        "type": "PollingTrigger",
        "parameters": { "x-ms-apimTemplate-operationName": [] }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/changes": {
      "get": { "operationId": "WhenTicketsChange", "x-ms-trigger": "batch" }
    },
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    }
  }
}`,
});
