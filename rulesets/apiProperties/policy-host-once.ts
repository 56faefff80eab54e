import type { Policy } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-host-once",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "At most one policy sets the host of an operation.",
  why: `Each of these policies replaces the whole address, so that the last one wins and what the others set is never seen.`,
  on: "properties",
  check({ policies }, { report }) {
    const hosts = policies.filter(({ template }) => template === "dynamichosturl");
    for (const [index, policy] of hosts.entries()) {
      const earlier = hosts.slice(0, index).find((other) => sharedBy(policy, other) !== undefined);
      if (earlier === undefined) continue;
      const shared = sharedBy(policy, earlier)!;
      report({
        at: child(policy.pointer, "templateId"),
        message: `Another policy before it sets the host of ${shared === "" ? "all operations" : `"${shared}"`}, too; only one can count.`,
        related: [
          { at: child(earlier.pointer, "templateId"), message: "The other policy is here." },
        ],
      });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.urlTemplate": "https://a.contoso.com"
        }
      },
      {
        "templateId": "dynamichosturl",
                    //^^^^^^^^^^^^^^^^ Another policy before it sets the host of "ListTickets", too; only one can count.
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket", "ListTickets"],
          "x-ms-apimTemplateParameter.urlTemplate": "https://b.contoso.com"
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
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://a.contoso.com"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["GetTicket"],
          "x-ms-apimTemplateParameter.urlTemplate": "https://b.contoso.com"
        }
      }
    ]
  }
}`,
});

/** An operation that both policies apply to by name, or `""` when both apply to all; one for all and one for some is a rule and its exception. */
function sharedBy(
  { operationNames: a }: Policy,
  { operationNames: b }: Policy,
): string | undefined {
  if (a === undefined || b === undefined) return a === b ? "" : undefined;
  return a.find((name) => b.includes(name));
}
