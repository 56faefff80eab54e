import {
  type ExpressionProblem,
  policyFunctions,
  readExpressions,
  replaced,
} from "../../connector/expression.js";
import type { PolicyText } from "../../connector/policy.js";
import { nearest } from "../nearest.js";
import { defineRule, oneOf } from "../rule.js";

export default defineRule({
  name: "policy-expression-syntax",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "Every expression of a policy is one that the platform can compute.",
  why: `An expression is \`@\` with the call of a function, such as \`@connectionParameters('host')\`; inside other text it may stand
in braces, \`@{headers('shop')}\`. Names stand in single quotes, and a single quote in them is doubled. What is written in another way is
sent as it stands, or the connector is refused when it is deployed.`,
  on: "policyText",
  check(found, { report }) {
    // The state of a trigger is computed where flows run, and those know more functions.
    const isOfTrigger = found.policy.template === "pollingtrigger";
    for (const problem of found.problems) {
      const meant =
        problem.kind === "unknownFunction" ? nearest(problem.name, policyFunctions) : undefined;
      if (problem.kind === "unknownFunction" && isOfTrigger && meant === undefined) continue;
      const repair =
        meant === undefined
          ? problem.repair
          : { offset: problem.offset, length: problem.length, text: meant };
      const value = repair && replaced(found.text, repair);
      // A repair that brings another fault to light is none.
      const isBetter =
        value !== undefined && readExpressions(value).problems.length < found.problems.length;
      report({
        at: found.pointer,
        message: messageOf(problem, found, meant),
        fix: isBetter
          ? {
              title: titleOf(problem, meant),
              isSafe: problem.kind === "wrongQuotes",
              edits: [{ set: found.pointer, value }],
            }
          : undefined,
      });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "host": { "type": "string" },
      "shop": { "type": "string" },
      "size": { "type": "string" }
    },
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the shop",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Contoso-Shop",
          "x-ms-apimTemplateParameter.value": "@connectionParameters(\\"shop\\")"
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the shop" does not write what "connectionParameters" takes in single quotes.
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameter('host').contoso.com"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the host" calls "connectionParameter", which is no function of policies. Is "connectionParameters" meant?
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "Old path",
        "parameters": {
          "x-ms-apimTemplateParameter.newPath": "/shops/@{headers('shop')/tickets"
                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Old path" does not close the brace before "headers".
        }
      },
      {
        "templateId": "setqueryparameter",
        "title": "Set the size",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "size",
          "x-ms-apimTemplateParameter.value": "connectionParameters('size')"
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the size" sends "connectionParameters" and its argument as text, since no "@" stands before it.
        }
      },
      {
        "templateId": "setqueryparameter",
        "title": "Set the page",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "page",
          "x-ms-apimTemplateParameter.value": "@queryParameters('page'))"
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the page" has a parenthesis too many after "queryParameters".
        }
      }
    ]
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "host": { "type": "string" },
      "shop": { "type": "string" },
      "size": { "type": "string" }
    },
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the shop",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Contoso-Shop",
          "x-ms-apimTemplateParameter.value": "@connectionParameters('shop')"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host').contoso.com"
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "Old path",
        "parameters": {
          "x-ms-apimTemplateParameter.newPath": "/shops/@{headers('shop')}/tickets"
        }
      },
      {
        "templateId": "setqueryparameter",
        "title": "Set the size",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "size",
          "x-ms-apimTemplateParameter.value": "@connectionParameters('size')"
        }
      },
      {
        "templateId": "setqueryparameter",
        "title": "Set the page",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "page",
          "x-ms-apimTemplateParameter.value": "@queryParameters('page')"
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
        "templateId": "setheader",
        "title": "Set @header(\\"shop\\")",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "From",
          "x-ms-apimTemplateParameter.value": "support@contoso.com"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://api@connectionParameters('token:area').contoso.com/@{queryParameters('it''s')}/@ConnectionParameters('shop', '')"
        }
      },
      {
        "templateId": "updatenextlink",
        "title": "Update the next link",
        "parameters": { "x-ms-apimTemplateParameter.nextLinkPropertyName": "@odata.nextLink" }
      },
      {
        "templateId": "setproperty",
        "title": "Set the notes",
        "parameters": {
          "x-ms-apimTemplateParameter.newPropertyParentPathTemplate": "@body()['@odata.type']",
          "x-ms-apimTemplateParameter.newPropertySubPathTemplate": "notes",
          "x-ms-apimTemplateParameter.propertyValuePathTemplate": "[{@body().notes}]"
        }
      },
      {
        "templateId": "pollingtrigger",
        "title": "Poll",
        "type": "PollingTrigger",
        "parameters": {
          "x-ms-apimTemplateParameter.triggerConfig": {
            "since": "@{coalesce(triggerBody()?['value']?[0]?.changed, utcNow())}",
            "host": "@{environmentVariables(\\"contoso_host\\")}"
          },
          "x-ms-apimTemplateParameter.triggerDataPath": "@triggerBody().value"
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "By name",
        "parameters": { "x-ms-apimTemplateParameter.newPath": "/me/folders('{folder}')/@{ticket}" }
      }
    ]
  }
}`,
});

/** What is wrong; a text is not shown, since it may hold a secret. */
function messageOf(
  { kind, name }: ExpressionProblem,
  { policy }: PolicyText,
  meant: string | undefined,
): string {
  const says = (what: string) => `${policy.label} ${what}.`;
  switch (kind) {
    case "noName":
      return says(`calls "${name}" without the name of what it reads`);
    case "noSign":
      return says(`sends "${name}" and its argument as text, since no "@" stands before it`);
    case "openBrace":
      return says(`does not close the brace before "${name}"`);
    case "openBracket":
      return says(`does not close a bracket after "${name}"`);
    case "openParenthesis":
      return says(`does not close the parenthesis after "${name}"`);
    case "openQuote":
      return says(`does not close the quote after "${name}"`);
    case "surplusBrace":
      return says(`has a brace too many after "${name}"`);
    case "surplusParenthesis":
      return says(`has a parenthesis too many after "${name}"`);
    case "unquoted":
    case "wrongQuotes":
      return says(`does not write what "${name}" takes in single quotes`);
    case "unknownFunction": {
      const calls = `calls "${name}", which is no function of policies`;
      return meant === undefined
        ? says(`${calls}; it can call ${oneOf(policyFunctions, false)}`)
        : `${says(calls)} Is "${meant}" meant?`;
    }
  }
}

function titleOf({ kind, name }: ExpressionProblem, meant: string | undefined): string {
  switch (kind) {
    case "noName":
      return "Write a name";
    case "noSign":
      return 'Put "@" before it';
    case "openBrace":
      return "Close the brace";
    case "openBracket":
      return "Close the bracket";
    case "openParenthesis":
      return "Close the parenthesis";
    case "openQuote":
      return "Close the quote";
    case "surplusBrace":
      return "Remove the brace";
    case "surplusParenthesis":
      return "Remove the parenthesis";
    case "unquoted":
    case "wrongQuotes":
      return "Write it in single quotes";
    case "unknownFunction":
      return `Call "${meant ?? name}"`;
  }
}
