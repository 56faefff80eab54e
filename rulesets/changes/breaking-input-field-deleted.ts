import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-input-field-deleted",
  validatorCodes: ["InputFieldDeleted"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No parameter and no property of a body is gone.",
  why: `A flow that was made before sends what it was asked for. What the definition does not have any more is dropped on the way, or the flow cannot
be saved again.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputDeleted") return;
    const message = `${subjectOf(change)} is gone, although flows still send it.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": []
      //^^^^^^^^^^^^ The query parameter "page" of "GetTicket" is gone, although flows still send it.
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
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer"
          }
        ]
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
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer"
          }
        ]
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
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "trace",
            "in": "query",
            "type": "string",
            "default": "on",
            "x-ms-visibility": "internal"
          }
        ]
      }
    }
  }
}`,
});
