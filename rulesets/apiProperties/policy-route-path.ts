import { policyParameterPrefix } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { asString } from "../../connector/values.js";
import { nearest } from "../nearest.js";
import { operationsOf } from "../policyOperations.js";
import { defineRule, oneOf } from "../rule.js";

const key = `${policyParameterPrefix}newPath`;

export default defineRule({
  name: "policy-route-path",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary:
    "The new path of a route begins with a slash, and its variables are those of the operation.",
  why: `The path is appended to host and base path, so that without a slash both run into each other. A variable such as \`{id}\` is replaced by what the
operation has in its own path; one that the operation does not have is sent as it stands.`,
  on: "policy",
  check(policy, { definition, report }) {
    const { pointer, template, parameters } = policy;
    const path = asString(parameters[key]);
    if (template !== "routerequesttoendpoint" || path === undefined || path.trim() === "") return;
    const at = child(pointer, "parameters", key);
    if (!/^(?:\/|@|https?:\/\/)/i.test(path))
      report({
        at,
        message: `The new path "${path}" does not begin with a slash.`,
        fix: {
          title: "Put a slash in front",
          isSafe: false,
          edits: [{ set: at, value: `/${path}` }],
        },
      });
    const variables = new Set(
      [...path.matchAll(/(?<!@)\{([^{}'@()]+)\}/g)].map((match) => match[1]!),
    );
    if (variables.size === 0 || definition === undefined) return;
    for (const operation of operationsOf(policy, definition)) {
      const own = operation.pathItem.templateNames;
      for (const name of variables) {
        if (own.includes(name)) continue;
        const meant = nearest(name, own);
        report({
          at,
          message: `The new path has the variable "{${name}}", but the path of ${operation.label} has ${own.length === 0 ? "none" : oneOf(own)}.`,
          related: [
            {
              file: "apiDefinition",
              at: operation.pathItem.pointer,
              part: "key",
              message: "This is its path.",
            },
          ],
          fix:
            meant === undefined
              ? undefined
              : {
                  title: `Use "{${meant}}"`,
                  isSafe: false,
                  edits: [{ set: at, value: path.replaceAll(`{${name}}`, `{${meant}}`) }],
                },
        });
      }
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
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "v2/tickets/{tickedId}"
                                              //^^^^^^^^^^^^^^^^^^^^^^^ The new path "v2/tickets/{tickedId}" does not begin with a slash.
                                              //^^^^^^^^^^^^^^^^^^^^^^^ The new path has the variable "{tickedId}", but the path of "GetTicket" has "ticketId".
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{ticketId}": {
      "get": { "operationId": "GetTicket" }
    }
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
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v2/tickets/{ticketId}"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{ticketId}": {
      "get": { "operationId": "GetTicket" }
    }
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
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v2/tickets/{ticketId}?in=@{queryParameters('in')}"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{ticketId}": {
      "get": { "operationId": "GetTicket" }
    },
    "/queues": {
      "get": { "operationId": "ListQueues" }
    }
  }
}`,
});
