import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "compatible-change",
  validatorCodes: [],
  sources: ["updates"],
  severity: {},
  summary: "Nothing has changed.",
  why: `What hurts nobody who uses the version before: something new that is optional, another text, a longer list. \`paconn diff --all\` lists it;
nothing else does unless a configuration gives the rule a severity.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "compatible") return;
    const message = `${subjectOf(change)} ${change.did}.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get ticket"
                 //^^^^^^^^^^^^ The operation "GetTicket" has another "summary".
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
        "summary": "Get a ticket"
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
        "summary": "Get a ticket"
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
        "summary": "Get a ticket"
      }
    }
  }
}`,
});
