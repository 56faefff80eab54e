import { reportChange, shownValue, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-trigger-changed",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "A trigger stays one of its kind, and an action stays an action.",
  why: `A flow begins with a trigger and goes on with actions. When an operation changes from one to the other, or from a polled trigger to a
webhook, flows that have it cannot run any more.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "triggerChanged") return;
    const message = `${subjectOf(change)} had x-ms-trigger ${shownValue(change.old)} and has ${shownValue(change.new)} now, so flows that use it cannot run.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "x-ms-trigger": "single"
                      //^^^^^^^^ The operation "GetTicket" had x-ms-trigger "batch" and has "single" now, so flows that use it cannot run.
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
        "x-ms-trigger": "batch"
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
        "x-ms-trigger": "batch"
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
        "x-ms-trigger": "batch"
      }
    }
  }
}`,
});
