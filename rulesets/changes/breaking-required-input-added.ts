import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-required-input-added",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "What an operation asks for anew is optional.",
  why: `A flow that was made before does not send what did not exist, so that the API refuses its call. Make it optional, or add an operation of a
new revision. It is so with parameters and with properties of a body.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "requiredInputAdded") return;
    const message = `${subjectOf(change)} is new and required, and flows of the version before do not send it.`;
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
        //^ The query parameter "language" of "GetTicket" is new and required, and flows of the version before do not send it.
            "name": "language",
            "in": "query",
            "type": "string",
            "required": true
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
        "parameters": []
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
            "name": "language",
            "in": "query",
            "type": "string"
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
        "parameters": []
      }
    }
  }
}`,
});
