import { fixName } from "../namedOperation.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-operation-exists",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "Every operation that a policy names is in the API definition.",
  why: `A policy runs for the operations it lists by their \`operationId\`. The service takes a name that no
operation has, but then the policy never runs for the operation that was meant.`,
  on: "namedOperation",
  check(named, { definition, file, report }) {
    const { by, name, pointer } = named;
    if (by !== "policy" || !definition?.hasPaths) return;
    if (definition.operationsById(name).length > 0) return;
    report({
      at: pointer,
      message: `The policy names the operation "${name}", which the API definition does not have.`,
      fix: fixName(named, definition, file),
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the language",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["listTickets", "GetTickt"]
                                            //^^^^^^^^^^^^^ The policy names the operation "listTickets", which the API definition does not have.
                                                           //^^^^^^^^^^ The policy names the operation "GetTickt", which the API definition does not have.
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
    },
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
        "templateId": "setheader",
        "title": "Set the language",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets", "GetTicket"]
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
    },
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
        "templateId": "setheader",
        "title": "Set the language",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"]
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplate-operationName": []
        }
      }
    ],
    "scriptOperations": ["SendMail"]
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
});
