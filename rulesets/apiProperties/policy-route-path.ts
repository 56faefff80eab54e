import { child } from "../../connector/pointer.js";
import { nearest } from "../nearest.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-route-path",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "The new path of a route begins with a slash and uses variables of the old one.",
  why: `The policy \`routerequesttoendpoint\` calls its \`newPath\` in the place of the path of the operation. It is put behind the
address of the service, so that one without a slash runs into its name. Variables in braces are those of the path in the API
definition; another one has no value and is sent as it stands.`,
  on: "policy",
  check(policy, { definition, report }) {
    const path = policy.parameter("newPath");
    if (policy.template !== "routerequesttoendpoint" || typeof path !== "string") return;
    const at = policy.at("newPath");
    if (path.trim() === "") {
      report({ at, message: `${policy.label} has an empty "newPath".` });
      return;
    }
    if (!/^(?:\/|https:\/\/|\{?@)/i.test(path.trim()))
      report({
        at,
        // A query could hold a key.
        message: `${policy.label} has the "newPath" ${JSON.stringify(path.replace(/\?.*$/s, "?…"))}, which begins with no slash.`,
        fix: /^[a-z]+:/i.test(path)
          ? undefined
          : {
              title: 'Put "/" before it',
              isSafe: true,
              edits: [{ set: at, value: `/${path.trim()}` }],
            },
      });
    if (!definition?.hasPaths || policy.isForAll) return;
    const operations = policy.operationsOf(definition);
    for (const name of new Set(policy.routeVariables.map((variable) => variable.name))) {
      const without = operations.filter(({ pathItem }) => !pathItem.templateNames.includes(name));
      const [first] = without;
      if (first === undefined) continue;
      const meant =
        operations.length === 1 ? nearest(name, first.pathItem.templateNames) : undefined;
      report({
        at,
        message: `${policy.label} uses "{${name}}" in its "newPath", which the path of ${first.label} does not have.`,
        related: [
          {
            at: child("/paths", first.path),
            file: "apiDefinition",
            part: "key",
            message: "This is the path that it replaces.",
          },
        ],
        fix:
          meant === undefined
            ? undefined
            : {
                title: `Change it to "{${meant}}"`,
                isSafe: false,
                edits: [{ set: at, value: path.replaceAll(`{${name}}`, `{${meant}}`) }],
              },
      });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "title": "Old path",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "v1/tickets/{id}"
                                              //^^^^^^^^^^^^^^^^^ The policy "Old path" has the "newPath" "v1/tickets/{id}", which begins with no slash.
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "Other path",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v2/tickets/{ID}"
                                              //^^^^^^^^^^^^^^^^^^ The policy "Other path" uses "{ID}" in its "newPath", which the path of "GetTicket" does not have.
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
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
        "title": "Old path",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v1/tickets/{id}"
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "Other path",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v2/tickets/{id}"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
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
        "title": "Old path",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.newPath": "/v1/{@headers('area')}/@{queryParameters('shop')}/tickets('{id}')"
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "Another host",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket", "GetLostTicket"],
          "x-ms-apimTemplateParameter.newPath": "https://archive.contoso.com/tickets/{id}"
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "Wherever the user says",
        "parameters": { "x-ms-apimTemplateParameter.newPath": "@queryParameters('path')" }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket" }
    }
  }
}`,
});
