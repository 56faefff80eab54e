import type { Parameter, ParameterEntry } from "../../../connector/apiDefinition.js";
import { parameterLists } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "parameters-unique-name-in",
  validatorCodes: [
    "OperationParametersContainDuplicateParameter",
    "OperationParametersAreNotUnique",
    "PathParametersContainDuplicateParameter",
  ],
  sources: ["swagger"],
  severity: "error",
  summary: "Each parameter of an operation or a path is listed once.",
  why: `A parameter is known by its name and its location, such as \`query\`.
Which of two such entries counts is not defined, and the service refuses the list.`,
  on: "pathItem",
  check(pathItem, { report }) {
    for (const { isPath, owner, entries } of parameterLists(pathItem)) {
      const firsts = new Map<string, ParameterEntry>();
      for (const entry of entries) {
        const { key, label } = entry.declared;
        if (key === undefined) continue;
        const first = firsts.get(key);
        if (first === undefined) {
          firsts.set(key, entry);
          continue;
        }
        const isSame = saysTheSame(first.declared, entry.declared);
        report({
          at: entry.pointer,
          code: isPath
            ? "PathParametersContainDuplicateParameter"
            : isSame
              ? "OperationParametersAreNotUnique"
              : "OperationParametersContainDuplicateParameter",
          message: `${owner} lists the ${label} more than once.`,
          related: [{ at: first.pointer, message: "It is listed here first." }],
          fix: { title: "Remove this entry", isSafe: isSame, edits: [{ remove: entry.pointer }] },
        });
      }
    }
  },
  bad: `
{
  "parameters": {
    "Page": { "name": "page", "in": "query", "type": "integer" }
  },
  "paths": {
    "/tickets": {
      "parameters": [
        {
          "name": "desk",
          "in": "header",
          "type": "string"
        },
        {
      //^ The path /tickets lists the header parameter "desk" more than once.
          "name": "desk",
          "in": "header",
          "type": "string"
        }
      ],
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          { "$ref": "#/parameters/Page" },
          {
            "name": "state",
            "in": "query",
            "type": "string"
          },
          { "$ref": "#/parameters/Page" }
        //^ The operation "ListTickets" lists the query parameter "page" more than once.
        ]
      },
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "state", "in": "query", "type": "string" },
          { "name": "state", "in": "query", "type": "integer" }
        //^ The operation "CreateTicket" lists the query parameter "state" more than once.
        ]
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Page": { "name": "page", "in": "query", "type": "integer" }
  },
  "paths": {
    "/tickets": {
      "parameters": [
        {
          "name": "desk",
          "in": "header",
          "type": "string"
        }
      ],
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          { "$ref": "#/parameters/Page" },
          {
            "name": "state",
            "in": "query",
            "type": "string"
          }
        ]
      },
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "state", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string" }
      ],
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "integer" },
          { "name": "id", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});

function saysTheSame(a: Parameter, b: Parameter): boolean {
  return a === b || JSON.stringify(a.value) === JSON.stringify(b.value);
}
