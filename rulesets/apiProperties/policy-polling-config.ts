import { child } from "../../connector/pointer.js";
import type { PolicyText } from "../../connector/policy.js";
import { isObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-polling-config",
  validatorCodes: [],
  sources: ["polling", "policies"],
  severity: "warning",
  summary:
    "The policy of a polling trigger says where the new items are and what the next poll asks for.",
  why: `\`triggerDataPath\` is an expression over the answer, such as \`@triggerBody().value\`; without one the flow never starts.
\`triggerConfig\` has the query parameters of the next poll by their names, each with an expression over the last answer, which reaches
the service as text.`,
  on: "policy",
  check(policy, { report }) {
    if (policy.template !== "pollingtrigger") return;
    const path = policy.text("triggerDataPath");
    if (path !== undefined && !readsAnswer(path))
      report({
        at: path.pointer,
        message: `${policy.label} has a "triggerDataPath" that is no expression over @triggerBody().`,
        fix: /^\{?triggerBody\(\)/i.test(path.text)
          ? {
              title: 'Put "@" before it',
              isSafe: true,
              edits: [{ set: path.pointer, value: `@${path.text}` }],
            }
          : undefined,
      });
    const config = policy.parameter("triggerConfig");
    for (const [name, value] of Object.entries(isObject(config) ? config : {})) {
      const at = child(policy.at("triggerConfig"), name);
      if (name.trim() === "")
        report({
          at,
          part: "key",
          message: `${policy.label} has a query parameter without a name in its "triggerConfig".`,
        });
      else if (typeof value !== "string")
        report({
          at,
          message: `${policy.label} gives the query parameter "${name}" a value that is no text.`,
          fix:
            typeof value === "number" || typeof value === "boolean"
              ? {
                  title: "Write it as text",
                  isSafe: true,
                  edits: [{ set: at, value: String(value) }],
                }
              : undefined,
        });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "pollingtrigger",
        "title": "Poll the tickets",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplateParameter.triggerConfig": {
            "size": 1
                  //^ The policy "Poll the tickets" gives the query parameter "size" a value that is no text.
          },
          "x-ms-apimTemplateParameter.triggerDataPath": "triggerBody().value"
                                                      //^^^^^^^^^^^^^^^^^^^^^ The policy "Poll the tickets" has a "triggerDataPath" that is no expression over @triggerBody().
        }
      }
    ]
  }
}`,
  fixed: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "pollingtrigger",
        "title": "Poll the tickets",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplateParameter.triggerConfig": {
            "size": "1"
          },
          "x-ms-apimTemplateParameter.triggerDataPath": "@triggerBody().value"
        }
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "pollingtrigger",
        "title": "Poll the tickets",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplateParameter.triggerConfig": {
            "since": "@{triggerBody().value[0].changed}",
            "size": "1"
          },
          "x-ms-apimTemplateParameter.triggerDataPath": "@triggerBody()?['value']"
        }
      }
    ]
  }
}`,
});

function readsAnswer({ calls }: PolicyText): boolean {
  // Whatever else is called is told by another rule.
  return calls.some((call) => call.function === "triggerBody" || call.function === undefined);
}
