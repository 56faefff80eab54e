import type { Operation } from "../../../connector/apiDefinition.js";
import { shapeOf } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-duplicate-path-template",
  validatorCodes: ["DuplicateOperationPath"],
  policies: ["5000.2.6.2"],
  sources: ["policyErrors"],
  severity: "error",
  summary: "Operations with the same method differ in a fixed part of their paths.",
  why: `A request is led to its operation by the method and the fixed parts of the path, since a variable may hold anything.
Where only the names of variables differ, the platform cannot tell the operations apart and refuses the definition.`,
  on: "definition",
  check(definition, { report }) {
    const firsts = new Map<string, Operation>();
    for (const operation of definition.operations) {
      const { method, path } = operation;
      const key = `${method} ${shapeOf(path)}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, operation);
      // Paths that differ in upper and lower case only are told by another rule.
      else if (first.path.toLowerCase() !== path.toLowerCase())
        report({
          at: operation.pointer,
          message: `${method.toUpperCase()} ${path} cannot be told apart from ${method.toUpperCase()} ${first.path}: only the names of their variables differ.`,
          related: [{ at: first.pointer, message: "This is the other operation." }],
        });
    }
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket" },
      "delete": { "operationId": "DeleteTicket" }
    },
    "/tickets/{number}": {
      "get": { "operationId": "GetTicketByNumber" }
    //^^^^^ GET /tickets/{number} cannot be told apart from GET /tickets/{id}: only the names of their variables differ.
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket" }
    },
    "/tickets/{number}": {
      "delete": { "operationId": "DeleteTicket" }
    },
    "/tickets/v{number}": {
      "get": { "operationId": "GetTicketVersion" }
    },
    "/tickets/search": {
      "get": { "operationId": "SearchTickets" }
    }
  }
}`,
});
