import { type ExpressionProblem, expressionFunctions } from "../../connector/expression.js";
import { nearest } from "../nearest.js";
import { defineRule } from "../rule.js";

const faults: Record<ExpressionProblem["kind"], (part: string) => string> = {
  unclosedCall: (part) => `The call of "${part}" has no closing parenthesis`,
  unclosedBrace: () => 'The braces that open with "@{" do not close',
  unclosedText: () => "A text in the expression has no closing quote",
  doubleQuotes: (part) => `Texts in expressions stand in single quotes, and ${part} has others`,
  unquoted: (part) => `"${part}" in the expression stands in no quotes`,
};

export default defineRule({
  name: "policy-expression-syntax",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "Expressions in policies can be read.",
  why: `An expression such as \`@connectionParameters('host')\`, or \`@{headers('x')}\` within a text, is replaced when a request is sent. One that cannot be read
is sent as it stands, or makes the request fail, and only when a flow runs.`,
  on: "policyExpression",
  check({ pointer, text, calls, problems }, { report }) {
    for (const { kind, offset, length } of problems) {
      const part = text.slice(offset, offset + length);
      report({
        at: pointer,
        message: `${faults[kind](part)}.`,
        fix:
          kind === "doubleQuotes" && !part.includes("'")
            ? {
                title: "Use single quotes",
                isSafe: false,
                edits: [{ set: pointer, value: text.replace(part, `'${part.slice(1, -1)}'`) }],
              }
            : undefined,
      });
    }
    for (const { name, offset } of calls) {
      if (expressionFunctions.some((known) => known.toLowerCase() === name.toLowerCase())) continue;
      const meant = nearest(name, expressionFunctions);
      report({
        at: pointer,
        message: `Expressions have no function "${name}"; they have ${expressionFunctions.join(", ")}.`,
        fix:
          meant === undefined
            ? undefined
            : {
                title: `Call "${meant}"`,
                isSafe: false,
                edits: [
                  {
                    set: pointer,
                    value: text.slice(0, offset) + meant + text.slice(offset + name.length),
                  },
                ],
              },
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
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParamters('host')"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Expressions have no function "connectionParamters"; they have body, connectionParameters, environmentVariables, headers, item, queryParameters, triggerBody.
        }
      },
      {
        "templateId": "setheader",
        "title": "Set the key",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Region",
          "x-ms-apimTemplateParameter.value": "@connectionParameters(\\"region\\")",
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Texts in expressions stand in single quotes, and "region" has others.
          "x-ms-apimTemplate-policySection": "Request"
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
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host')"
        }
      },
      {
        "templateId": "setheader",
        "title": "Set the key",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Region",
          "x-ms-apimTemplateParameter.value": "@connectionParameters('region')",
          "x-ms-apimTemplate-policySection": "Request"
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
          "x-ms-apimTemplateParameter.urlTemplate": "https://@{connectionParameters('host','api')}.contoso.com"
        }
      },
      {
        "templateId": "updatenextlink",
        "title": "Pages",
        "parameters": {
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "@odata.nextLink"
        }
      },
      {
        "templateId": "setheader",
        "title": "Mail",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "From",
          "x-ms-apimTemplateParameter.value": "help@contoso.com (support)",
          "x-ms-apimTemplate-policySection": "Request"
        }
      }
    ]
  }
}`,
});
