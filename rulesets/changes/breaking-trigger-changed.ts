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
    const old =
      change.old === undefined ? "no x-ms-trigger" : `x-ms-trigger ${shownValue(change.old)}`;
    const now = change.new === undefined ? "none" : shownValue(change.new);
    const message = `${subjectOf(change)} had ${old} and has ${now} now, so flows that use it cannot run.`;
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
    },
    "/changes": {
      "get": {
        "operationId": "ListChanges",
        "x-ms-trigger": "batch"
                      //^^^^^^^ The operation "ListChanges" had no x-ms-trigger and has "batch" now, so flows that use it cannot run.
      }
    },
    "/hooks": {
      "post": {
    //^^^^^^ The operation "AddHook" had x-ms-trigger "single" and has none now, so flows that use it cannot run.
        "operationId": "AddHook"
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
    },
    "/changes": {
      "get": {
        "operationId": "ListChanges"
      }
    },
    "/hooks": {
      "post": {
        "operationId": "AddHook",
        "x-ms-trigger": "single"
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
