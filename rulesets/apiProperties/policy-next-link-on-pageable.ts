import { policyOperationKey, policyParameterPrefix } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { asString, isObject } from "../../connector/values.js";
import { operationsOf } from "../policyOperations.js";
import { defineRule } from "../rule.js";

const key = `${policyParameterPrefix}nextLinkPropertyName`;

export default defineRule({
  name: "policy-next-link-on-pageable",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "A next link is rewritten for operations that have pages.",
  why: `The policy lets the address of the next page lead through the connector. Only an operation with \`x-ms-pageable\` is asked for further pages, and by the
property that \`nextLinkName\` tells: with another name in the policy the address goes past the connector, without the sign-in.`,
  on: "policy",
  check(policy, { definition, report }) {
    if (policy.template !== "updatenextlink" || definition === undefined) return;
    const name = asString(policy.parameters[key]);
    for (const operation of operationsOf(policy, definition)) {
      const pageable = operation.value["x-ms-pageable"];
      if (!isObject(pageable)) {
        const index = policy.operationNames!.indexOf(operation.id!);
        report({
          at: child(policy.pointer, "parameters", policyOperationKey, index),
          message: `The policy is for the next page, but ${operation.label} has no x-ms-pageable.`,
          related: [
            { file: "apiDefinition", at: operation.pointer, message: "This is the operation." },
          ],
        });
        continue;
      }
      const linkName = asString(pageable.nextLinkName);
      if (
        !linkName ||
        !name ||
        linkName === name ||
        linkName.endsWith(`.${name}`) ||
        linkName.endsWith(`/${name}`)
      )
        continue;
      const at = child(policy.pointer, "parameters", key);
      report({
        at,
        message: `The policy rewrites "${name}", but the next page of ${operation.label} is in "${linkName}".`,
        related: [
          {
            file: "apiDefinition",
            at: operation.at("x-ms-pageable", "nextLinkName"),
            message: `"${linkName}" stands here.`,
          },
        ],
        fix: {
          title: `Rewrite "${linkName}"`,
          isSafe: false,
          edits: [{ set: at, value: linkName }],
        },
      });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "updatenextlink",
        "title": "Pages",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "next"
                                                           //^^^^^^ The policy rewrites "next", but the next page of "ListTickets" is in "@odata.nextLink".
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "x-ms-pageable": { "nextLinkName": "@odata.nextLink" } }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "updatenextlink",
        "title": "Pages",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "@odata.nextLink"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "x-ms-pageable": { "nextLinkName": "@odata.nextLink" } }
    }
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "updatenextlink",
        "title": "Pages",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "@odata.nextLink"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "x-ms-pageable": { "nextLinkName": "@odata.nextLink" } }
    }
  }
}`,
});
