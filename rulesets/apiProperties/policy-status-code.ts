import { isObject, member } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-status-code",
  validatorCodes: [],
  sources: ["policies", "testConnection"],
  severity: "warning",
  summary:
    "A policy that asks to sign in again names a status of failure, and the connection can be tested.",
  why: `The policy \`setconnectionstatustounauthenticated\` marks a connection as broken when the service answers with a certain status, so that
its user signs in again. That is a status from 400 to 599. The platform looks at the answer of the operation that tests
connections: without \`testConnection\` under \`x-ms-capabilities\` there is none.`,
  on: "policy",
  check(policy, { definition, report }) {
    if (policy.template !== "setconnectionstatustounauthenticated") return;
    const code = policy.parameter("statusCode");
    if (Number.isInteger(code) && !((code as number) >= 400 && (code as number) <= 599))
      report({
        at: policy.at("statusCode"),
        message: `${policy.label} waits for the status ${code}, which is no failure; those are from 400 to 599.`,
      });
    if (!definition?.hasPaths) return;
    if (!isObject(member(definition.value["x-ms-capabilities"], "testConnection")))
      report({
        at: policy.pointer,
        message: `${policy.label} does nothing: the API definition has no "testConnection" in "x-ms-capabilities".`,
      });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
    //^ The policy "Sign in again" does nothing: the API definition has no "testConnection" in "x-ms-capabilities".
        "templateId": "setconnectionstatustounauthenticated",
        "title": "Sign in again",
        "parameters": {
          "x-ms-apimTemplateParameter.statusCode": 302
                                                 //^^^ The policy "Sign in again" waits for the status 302, which is no failure; those are from 400 to 599.
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {}
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setconnectionstatustounauthenticated",
        "title": "Sign in again",
        "parameters": { "x-ms-apimTemplateParameter.statusCode": 403 }
      },
      {
        "templateId": "setconnectionstatustounauthenticated",
        "title": "Told by another rule",
        "parameters": { "x-ms-apimTemplateParameter.statusCode": "401" }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "x-ms-capabilities": { "testConnection": { "operationId": "ListTickets", "parameters": {} } },
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    }
  }
}`,
});
