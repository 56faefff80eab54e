import type { Operation } from "../../../connector/apiDefinition.js";
import { defineRule } from "../../rule.js";

const schemaKinds = ["x-ms-dynamic-schema", "x-ms-dynamic-properties"];

export default defineRule({
  name: "dynamic-schema-operation-internal",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "hint",
  summary: "An operation that only dynamic schemas call is hidden from makers.",
  why: `An operation that tells a designer which fields a form has is of no use as an action in a flow. Unless it has
\`"x-ms-visibility": "internal"\` makers find it among the actions all the same.`,
  on: "definition",
  check({ dynamicReferences }, { report }) {
    const kinds = new Map<Operation, Set<string>>();
    for (const { target, kind } of dynamicReferences)
      if (target !== undefined) kinds.set(target, (kinds.get(target) ?? new Set()).add(kind));
    for (const [operation, by] of kinds) {
      const isSchemaOnly = [...by].every((kind) => schemaKinds.includes(kind));
      // Where the visibility is said the author has decided.
      if (!isSchemaOnly || "x-ms-visibility" in operation.value) continue;
      if (operation.trigger !== undefined || operation.isDeprecated) continue;
      // Others may be of use by themselves, too.
      const { id = "", path, summary = "" } = operation;
      if (!/schema|metadata|definition|fields|columns/i.test(`${id} ${path} ${summary}`)) continue;
      report({
        at: operation.pointer,
        message: `${operation.label} is called by ${[...by].join(" and ")}, but makers see it as an action, too.`,
        fix: {
          title: "Make it internal",
          isSafe: false,
          byHand: "breaks",
          edits: [{ set: operation.at("x-ms-visibility"), value: "internal" }],
        },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema"
              }
            }
          }
        ]
      }
    },
    "/schema": {
      "get": {
    //^^^^^ "GetTicketSchema" is called by x-ms-dynamic-schema, but makers see it as an action, too.
        "operationId": "GetTicketSchema"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema"
              }
            }
          }
        ]
      }
    },
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema"
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues"
      }
    },
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
