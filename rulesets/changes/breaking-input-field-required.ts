import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-input-field-required",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "What was optional does not become required.",
  why: `Flows that were made before may leave it out, and the API refuses their calls then. With a default it may become required, since the
platform sends that.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputRequired") return;
    const message = `${subjectOf(change)} was optional and is required now, and flows may leave it out.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "required": true
                      //^^^^ The query parameter "page" of "GetTicket" was optional and is required now, and flows may leave it out.
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
            "type": "integer",
            "required": true,
            "default": 1
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
          }
        ]
      }
    }
  }
}`,
});
