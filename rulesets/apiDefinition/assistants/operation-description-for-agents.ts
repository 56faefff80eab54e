import { repeatsSummary } from "../../repeatedText.js";
import { defineRule } from "../../rule.js";

const shortest = 16;

export default defineRule({
  name: "operation-description-for-agents",
  validatorCodes: [],
  sources: ["strings"],
  severity: "hint",
  summary: `The description of an action has at least ${shortest} characters.`,
  why: `Copilot Studio chooses an action by its description. "Get ticket" hardly tells more than the name; "Gets a ticket with
its comments by its number." tells when the action helps. Microsoft publishes no limit; 97 % of the actions in
published connectors have ${shortest} characters or more.`,
  on: "operation",
  check(operation, { report }) {
    const text = operation.description?.trim();
    if (text === undefined || text === "" || text.length >= shortest) return;
    if (repeatsSummary(operation)) return;
    if (operation.isInternal || operation.isDeprecated || operation.trigger !== undefined) return;
    report({
      at: operation.at("description"),
      message: `The description "${text}" of ${operation.label} has ${text.length} characters, too few to tell an agent when to use it.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists tickets."
                     //^^^^^^^^^^^^^^^^ The description "Lists tickets." of "ListTickets" has 14 characters, too few to tell an agent when to use it.
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists the open tickets of a queue, the oldest first."
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "description": "Lists queues.",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
