import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-input-enum-added",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "An input that took every value does not get a list of values.",
  why: `Flows may send a value that is not in the list. When only these values ever worked the change hurts nobody; reviewers ask to confirm that.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputEnumAdded") return;
    const message = `${subjectOf(change)} took every value and has a list of values in its enum now; flows may send others.`;
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
            "name": "state",
            "in": "query",
            "type": "string",
            "enum": [
          //^^^^^^ The query parameter "state" of "GetTicket" took every value and has a list of values in its enum now; flows may send others.
              "open",
              "done"
            ]
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
            "name": "state",
            "in": "query",
            "type": "string"
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
            "name": "state",
            "in": "query",
            "type": "string",
            "enum": [
              "open",
              "done"
            ]
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
            "name": "state",
            "in": "query",
            "type": "string",
            "enum": [
              "open"
            ]
          }
        ]
      }
    }
  }
}`,
});
