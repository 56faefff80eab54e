import { parameterLists } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "single-body-parameter",
  validatorCodes: [
    "OperationParametersContainMultipleBodyParameters",
    "PathParametersContainMultipleBodyParameters",
  ],
  sources: ["swagger"],
  severity: "error",
  summary: "An operation has at most one body.",
  why: `A request has one body, so the service refuses a second \`body\` parameter.
Several values are properties of one object.`,
  on: "pathItem",
  check(pathItem, { report }) {
    for (const { isPath, owner, entries, effective } of parameterLists(pathItem)) {
      const [first, ...others] = effective.filter(({ declared }) => declared.in === "body");
      for (const entry of others) {
        // One that is listed twice and those of the path are told by other findings.
        if (entry.declared.name === first!.declared.name || !entries.includes(entry)) continue;
        report({
          at: entry.pointer,
          code: isPath
            ? "PathParametersContainMultipleBodyParameters"
            : "OperationParametersContainMultipleBodyParameters",
          message: `${owner} has the ${entry.declared.label} beside the ${first!.declared.label}; only one is possible.`,
          related: [{ at: first!.pointer, message: "This is the first one." }],
        });
      }
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "ticket", "in": "body", "schema": { "type": "object" } },
          { "name": "options", "in": "body", "schema": { "type": "object" } }
        //^ The operation "CreateTicket" has the body parameter "options" beside the body parameter "ticket"; only one is possible.
        ]
      }
    },
    "/groups": {
      "parameters": [
        { "name": "group", "in": "body", "schema": { "type": "object" } }
      ],
      "post": {
        "operationId": "CreateGroup",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        //^ The operation "CreateGroup" has the body parameter "body" beside the body parameter "group"; only one is possible.
        ]
      }
    },
    "/desks": {
      "parameters": [
        { "name": "desk", "in": "body", "schema": { "type": "object" } },
        { "name": "body", "in": "body", "schema": { "type": "object" } }
      //^ The path /desks has the body parameter "body" beside the body parameter "desk"; only one is possible.
      ],
      "post": {
        "operationId": "CreateDesk"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "parameters": [
        { "name": "body", "in": "body", "schema": { "type": "object" } }
      ],
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "array", "items": { "type": "string" } } },
          { "name": "body", "in": "query", "type": "string" }
        ]
      },
      "put": {
        "operationId": "ReplaceTickets"
      }
    }
  }
}`,
});
