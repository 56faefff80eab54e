import { filterFunctionsOf } from "../../filterFunctions.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "filter-functions-output-only",
  validatorCodes: ["FilterFunctionsPropertyInInputSchema"],
  severity: "error",
  summary: "filterFunctions stands in what an operation returns.",
  why: `What is filtered are the rows that come back, so \`filterFunctions\` belongs to the columns of a response. On what is sent
it means nothing, and the service refuses the definition.`,
  on: "schema",
  check(schema, { report }) {
    const found = filterFunctionsOf(schema);
    // A row that is read and written has one schema.
    if (found === undefined || !schema.isInput || schema.isOutput) return;
    report({
      at: found.pointer,
      part: "key",
      message: `The ${schema.label} has "filterFunctions", but is a part of requests only.`,
      fix: {
        title: 'Remove "filterFunctions"',
        isSafe: false,
        edits: [{ remove: found.pointer }],
      },
    });
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
              "properties": {
                "title": {
                  "type": "string",
                  "x-ms-capabilities": {
                    "sortable": true,
                    "filterFunctions": ["eq"]
                  //^^^^^^^^^^^^^^^^^ The property "title" has "filterFunctions", but is a part of requests only.
                  }
                }
              }
            }
          }
        ]
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
              "properties": {
                "title": {
                  "type": "string",
                  "x-ms-capabilities": {
                    "sortable": true
                  }
                }
              }
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": { "schema": { "type": "array", "items": { "$ref": "#/definitions/Ticket" } } }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Ticket" } }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "title": { "type": "string", "x-ms-capabilities": { "filterFunctions": ["eq"] } }
      }
    }
  }
}`,
});
