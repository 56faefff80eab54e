import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-operation-hidden",
  validatorCodes: ["OperationHidden"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No operation becomes internal.",
  why: `Makers do not find an internal operation, and the designer cannot show a step that uses one: flows that have it run on and cannot be edited.
Deprecate it instead.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "operationHidden") return;
    const message = `${subjectOf(change)} is internal now, so flows that use it cannot be edited any more.`;
    reportChange(change, context, message, {
      fix: {
        title: "Show it as before",
        isSafe: false,
        edits: [
          change.old === undefined
            ? { remove: change.pointer }
            : { set: change.pointer, value: change.old },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get a ticket",
        "description": "Returns a ticket by its number.",
        "x-ms-visibility": "internal"
                         //^^^^^^^^^^ The operation "GetTicket" is internal now, so flows that use it cannot be edited any more.
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get a ticket",
        "description": "Returns a ticket by its number."
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get a ticket",
        "description": "Returns a ticket by its number."
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get a ticket",
        "description": "Returns a ticket by its number."
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get a ticket",
        "description": "Returns a ticket by its number.",
        "x-ms-visibility": "advanced"
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get a ticket",
        "description": "Returns a ticket by its number."
      }
    }
  }
}`,
});
