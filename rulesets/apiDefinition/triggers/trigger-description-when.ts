import { repeatsSummary } from "../../repeatedText.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "trigger-description-when",
  validatorCodes: [],
  sources: ["strings"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "The description of a trigger says when it starts a flow.",
  why: `Microsoft's guidelines have the description of a trigger read "This operation triggers when a ticket is created.", so
that nobody takes it for an action that does something. Four of five published triggers say "when" or "trigger" in one
way or another.`,
  on: "operation",
  check(operation, { report }) {
    const { description } = operation;
    if (operation.trigger === undefined || operation.isInternal || operation.isDeprecated) return;
    // One that is empty or says nothing of its own is told as such.
    if (description === undefined || description.trim() === "" || repeatsSummary(operation)) return;
    if (
      /\b(when(ever)?|each time|every time|trigger\w*|notif\w+|once|as soon as)\b/i.test(
        description,
      )
    )
      return;
    report({
      at: operation.at("description"),
      message: `The description of the trigger ${operation.label} does not say when it starts a flow; write something like "This operation triggers when a ticket is created."`,
    });
  },
  bad: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "description": "Creates a webhook for tickets."
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the trigger "WhenTicketCreated" does not say when it starts a flow; write something like "This operation triggers when a ticket is created."
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "description": "This operation triggers when a ticket is created."
      }
    },
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "description": "Creates a ticket."
      }
    }
  }
}`,
});
