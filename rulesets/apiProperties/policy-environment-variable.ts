import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-environment-variable",
  validatorCodes: [],
  sources: ["policies"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "Policies of a published connector read no environment variables.",
  why: `Environment variables belong to the solution that a custom connector is part of. A connector that is published is in no solution of the user
and finds none. Ask for the value in a connection parameter.`,
  on: "policyExpression",
  check({ pointer, calls }, { report }) {
    if (calls.some(({ name }) => name.toLowerCase() === "environmentvariables"))
      report({
        at: pointer,
        message:
          "The policy reads an environment variable, which users of a published connector do not have.",
      });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@environmentVariables(\\"contoso_host\\")"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy reads an environment variable, which users of a published connector do not have.
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
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host')"
        }
      }
    ]
  }
}`,
});
