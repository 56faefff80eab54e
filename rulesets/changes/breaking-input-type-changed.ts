import { reportChange, shownValue, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-input-type-changed",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "An input keeps its type and format.",
  why: `A flow goes on sending what it sent before: a text where a number is asked for now, say. What takes more may
come instead: a number for an integer, \`int64\` for \`int32\`, \`double\` for \`float\`.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputTypeChanged") return;
    const message = `${subjectOf(change)} was ${shownValue(change.old)} and is ${shownValue(change.new)} now; flows go on sending what they sent.`;
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
            "type": "string"
                  //^^^^^^^^ The query parameter "page" of "GetTicket" was "integer" and is "string" now; flows go on sending what they sent.
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
            "type": "number"
          },
          {
            "name": "after",
            "in": "query",
            "type": "integer",
            "format": "int64"
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
            "name": "after",
            "in": "query",
            "type": "integer",
            "format": "int32"
          }
        ]
      }
    }
  }
}`,
});
