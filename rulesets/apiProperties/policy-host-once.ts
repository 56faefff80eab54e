import type { Operation } from "../../connector/apiDefinition.js";
import type { ApiProperties } from "../../connector/apiProperties.js";
import type { Policy } from "../../connector/policy.js";
import { asString } from "../../connector/values.js";
import { isHostPolicy } from "../hostName.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-host-once",
  validatorCodes: [],
  sources: ["policies"],
  severity: "info",
  summary: "One policy at most sets the host of an operation.",
  why: `Each policy \`dynamichosturl\` replaces the address that the one before it has set, so that only the last one counts and the others
have no effect. One for all operations before one for some of them is fine: that is a rule with exceptions. So is one whose
host a policy \`setvaluefromurl\` calls before it changes again.`,
  on: "policy",
  check(policy, { definition, properties, report }) {
    const all = properties?.policies.filter(isHostPolicy) ?? [];
    const index = all.indexOf(policy);
    if (index < 1 || !definition?.hasPaths) return;
    for (const operation of policy.operationsOf(definition)) {
      const before = all
        .slice(0, index)
        .findLast((other) => other.appliesTo(operation) && !isRule(other, policy));
      if (before === undefined || isUsed(before, policy, operation, properties!)) continue;
      report({
        at: policy.pointer,
        message: `${policy.label} sets the host of ${operation.label}, which "${asString(before.value.title) ?? before.templateId}" has set already.`,
        related: [{ at: before.pointer, message: "This policy has no effect there." }],
      });
      return;
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Call the area",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('area').contoso.com",
          "x-ms-apimTemplate-operationName": ["ListTickets"]
        }
      },
      {
    //^ The policy "Call the shop" sets the host of "ListTickets", which "Call the area" has set already.
        "templateId": "dynamichosturl",
        "title": "Call the shop",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('shop').contoso.com"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" },
      "post": { "operationId": "CreateTicket" }
    }
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Call the shop",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('shop').contoso.com"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Call the archive",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://archive.contoso.com",
          "x-ms-apimTemplate-operationName": ["ListTickets"]
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Sign in",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://login.contoso.com",
          "x-ms-apimTemplate-operationName": ["CreateTicket"]
        }
      },
      {
        "templateId": "setvaluefromurl",
        "title": "Get a token",
        "parameters": { "x-ms-apimTemplate-operationName": ["CreateTicket"] }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Call the store",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://store.contoso.com",
          "x-ms-apimTemplate-operationName": ["CreateTicket"]
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" },
      "post": { "operationId": "CreateTicket" }
    }
  }
}`,
});

/** Whether a call that a policy makes on its own goes to the host that another one has set for it. */
function isUsed(
  before: Policy,
  after: Policy,
  operation: Operation,
  { policies }: ApiProperties,
): boolean {
  return policies
    .slice(policies.indexOf(before), policies.indexOf(after))
    .some((policy) => policy.template === "setvaluefromurl" && policy.appliesTo(operation));
}

/** Whether one policy is for all operations and the other one for some of them, the exceptions. */
function isRule(policy: Policy, exception: Policy): boolean {
  return policy.isForAll && !exception.isForAll;
}
