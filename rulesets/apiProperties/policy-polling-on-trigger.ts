import { policyOperationKey } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { operationsOf } from "../policyOperations.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-polling-on-trigger",
  validatorCodes: [],
  sources: ["polling", "policies"],
  severity: "warning",
  summary: "The policy for polling applies to polled triggers.",
  why: `The policy says where new items are in the result and what the next poll asks for. On an operation that is no trigger with
\`x-ms-trigger: batch\` nothing is ever polled.`,
  on: "policy",
  check(policy, { definition, report }) {
    if (policy.template !== "pollingtrigger" || definition === undefined) return;
    for (const operation of operationsOf(policy, definition)) {
      if (operation.trigger === "batch") continue;
      const index = policy.operationNames!.indexOf(operation.id!);
      report({
        at: child(policy.pointer, "parameters", policyOperationKey, index),
        message: `The policy is for polling, but ${operation.label} is no polled trigger; it has no x-ms-trigger "batch".`,
        related: [
          { file: "apiDefinition", at: operation.pointer, message: "This is the operation." },
        ],
      });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "pollingtrigger",
        "title": "Poll",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
                                            //^^^^^^^^^^^^^ The policy is for polling, but "ListTickets" is no polled trigger; it has no x-ms-trigger "batch".
          "x-ms-apimTemplateParameter.triggerConfig": { "since": "@{triggerBody().last}" },
          "x-ms-apimTemplateParameter.triggerDataPath": "@triggerBody().value"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
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
        "templateId": "pollingtrigger",
        "title": "Poll",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["OnNewTicket"],
          "x-ms-apimTemplateParameter.triggerConfig": { "since": "@{triggerBody().last}" },
          "x-ms-apimTemplateParameter.triggerDataPath": "@triggerBody().value"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "OnNewTicket", "x-ms-trigger": "batch" }
    }
  }
}`,
});
