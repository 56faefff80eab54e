import { asObject, asString, isObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-next-link-on-pageable",
  validatorCodes: [],
  sources: ["policies", "extensions"],
  severity: "warning",
  summary:
    "A policy updates the next link of operations that have pages, under the name that they give it.",
  why: `The policy \`updatenextlink\` makes the address of the next page one that goes through the platform, with the connection of the
user. It does so for one property; the operation says in \`x-ms-pageable\` which one that is. Where the two
differ, the second page is asked for without a connection and refused. Where an operation says nothing of pages, nobody asks for a second
one, and flows get the first one alone.`,
  on: "policy",
  check(policy, { definition, report }) {
    if (policy.template !== "updatenextlink" || !definition?.hasPaths) return;
    const name = policy.parameter("nextLinkPropertyName");
    const isBelow = Boolean(asString(policy.parameter("nextLinkParentPropertyPath"))?.trim());
    for (const named of policy.namedOperations)
      for (const operation of definition.operationsById(named.name)) {
        const { value } = operation;
        if (!("x-ms-pageable" in value))
          report({
            at: named.pointer,
            message: `${policy.label} updates the next link of ${operation.label}, which has no "x-ms-pageable".`,
            related: [
              { at: operation.pointer, file: "apiDefinition", message: "This is the operation." },
            ],
            // With an empty list it would be for all operations.
            fix:
              policy.namedOperations.length === 1
                ? undefined
                : {
                    title: `Remove "${named.name}"`,
                    isSafe: false,
                    edits: [{ remove: named.pointer }],
                  },
          });
        else if (isObject(value["x-ms-pageable"]) && typeof name === "string" && !isBelow) {
          const link = asObject(value["x-ms-pageable"]).nextLinkName ?? "nextLink";
          if (typeof link !== "string" || link.trim() === "" || link === name) continue;
          report({
            at: policy.at("nextLinkPropertyName"),
            message: `${policy.label} updates the property "${name}", but the next link of ${operation.label} is "${link}".`,
            related: [
              {
                at: operation.at("x-ms-pageable"),
                file: "apiDefinition",
                message: `Here the next link is "${link}".`,
              },
            ],
            fix: {
              title: `Change it to "${link}"`,
              isSafe: false,
              edits: [{ set: policy.at("nextLinkPropertyName"), value: link }],
            },
          });
          // A second name that differs needs a policy of its own.
          return;
        }
      }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "updatenextlink",
        "title": "Update the next link",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket", "ListTickets"],
                                            //^^^^^^^^^^^ The policy "Update the next link" updates the next link of "GetTicket", which has no "x-ms-pageable".
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "nextLink"
                                                           //^^^^^^^^^^ The policy "Update the next link" updates the property "nextLink", but the next link of "ListTickets" is "@odata.nextLink".
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-pageable": { "nextLinkName": "@odata.nextLink" }
      }
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
        "templateId": "updatenextlink",
        "title": "Update the next link",
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
      "get": {
        "operationId": "ListTickets",
        "x-ms-pageable": { "nextLinkName": "@odata.nextLink" }
      }
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
        "templateId": "updatenextlink",
        "title": "Update the next link",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets", "ToldByAnotherRule"],
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "nextLink"
        }
      },
      {
        "templateId": "updatenextlink",
        "title": "Update the link in the page",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "next",
          "x-ms-apimTemplateParameter.nextLinkParentPropertyPath": "page"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-pageable": {}
      }
    }
  }
}`,
});
