import { readName } from "../../connector/expression.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-environment-variable",
  validatorCodes: [],
  sources: ["policies"],
  severity: "info",
  summary: "Only a connector that is deployed in a solution reads environment variables.",
  why: `\`@environmentVariables("name")\` stands for a variable of the environment in which a custom connector lies, and only a connector that
is part of a solution has one. A certified connector is the same for all environments: what differs by customer, its
users enter in the connection.`,
  on: "policyText",
  check({ policy, pointer, calls }, { profile, report }) {
    for (const call of calls) {
      if (call.function !== "environmentVariables") continue;
      const name = readName(call);
      const variable = `the environment variable${name === undefined ? "" : ` "${name}"`}`;
      report({
        at: pointer,
        message:
          profile === "custom"
            ? `${policy.label} reads ${variable}, which works only while the connector is part of a solution.`
            : `${policy.label} reads ${variable}, which a certified connector does not have.`,
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
          "x-ms-apimTemplateParameter.urlTemplate": "https://@environmentVariables(\\"contoso_host\\")"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the host" reads the environment variable "contoso_host", which a certified connector does not have.
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
