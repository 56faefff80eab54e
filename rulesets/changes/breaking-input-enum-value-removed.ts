import { reportChange, shownValues, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-input-enum-value-removed",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No value of an `enum` of an input is gone.",
  why: `A flow may have chosen that value and goes on sending it. A value that is written in another way is another value.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputEnumValueRemoved") return;
    const message = `The enum of ${subjectOf(change)} has lost ${shownValues(change.old)}; flows may have chosen that and go on sending it.`;
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
          //^^^^^^ The enum of the query parameter "state" of "GetTicket" has lost "done"; flows may have chosen that and go on sending it.
              "open",
              "closed"
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
              "open",
              "done"
            ]
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
              "done",
              "late"
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
              "open",
              "done"
            ]
          }
        ]
      }
    }
  }
}`,
});
