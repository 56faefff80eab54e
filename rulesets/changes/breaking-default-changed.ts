import { reportChange, shownValue, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-default-changed",
  validatorCodes: [],
  sources: ["updates"],
  severity: "info",
  summary: "An input keeps its default.",
  why: `Flows that leave the field empty get the new value the next time they run, without having been changed.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputDefaultChanged") return;
    const message = `The default of ${subjectOf(change)} was ${shownValue(change.old)} and is ${shownValue(change.new)} now.`;
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
            "default": 1
                     //^ The default of the query parameter "page" of "GetTicket" was 0 and is 1 now.
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
            "type": "integer",
            "default": 0
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
            "default": 0
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
