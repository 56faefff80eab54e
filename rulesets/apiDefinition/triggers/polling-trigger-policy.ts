import { lacksPollingPolicy } from "../../pollingTrigger.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "polling-trigger-policy",
  validatorCodes: [],
  sources: ["polling", "policies"],
  severity: "hint",
  summary: "A polling trigger has a policy that says what is new.",
  why: `A list operation answers every poll with the same list. The policy \`pollingtrigger\` in \`apiProperties.json\` remembers
where the last poll ended and asks for what came after. Only a service that answers with 202 and the address of the next
poll does without.`,
  on: "operation",
  check(operation, { connector, report }) {
    if (!lacksPollingPolicy(operation, connector)) return;
    report({
      at: operation.at("x-ms-trigger"),
      message: `${operation.label} is a polling trigger, but no policy "pollingtrigger" in apiProperties.json names it.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
                      //^^^^^^^ "WhenTicketsChange" is a polling trigger, but no policy "pollingtrigger" in apiProperties.json names it.
      }
    }
  }
}
//- apiProperties.json
{ "properties": {} }`,
  good: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    },
    "/comments/changes": {
      "get": {
        "operationId": "WhenCommentsChange",
        "x-ms-trigger": "batch",
        "responses": {
          "200": { "description": "The new comments." },
          "202": { "description": "Nothing new; poll the address in Location." }
        }
      }
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "pollingtrigger",
        "title": "Poll the tickets",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["WhenTicketsChange"]
        }
      }
    ]
  }
}`,
});
