import { child } from "../../../connector/pointer.js";
import { asArray, asObject, isObject, member } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "oauth-requirement-scope-defined",
  validatorCodes: ["OAuthSecurityRequirementValueMustBeScopeName"],
  sources: ["swagger"],
  severity: "warning",
  summary: "Each scope that is required is among the scopes of its OAuth 2.0 scheme.",
  why: `A \`security\` names scopes that the scheme in \`securityDefinitions\` lists with a description. The
validator reports a scope that is not listed; often several scopes were written as one text.`,
  on: "securityRequirement",
  check({ name, value, pointer, scheme }, { report }) {
    const { type, scopes } = asObject(scheme);
    if (type !== "oauth2" || !isObject(scopes)) return;
    for (const [index, scope] of asArray(value).entries()) {
      if (typeof scope !== "string" || member(scopes, scope) !== undefined) continue;
      const meant = nearest(scope, Object.keys(scopes));
      report({
        at: child(pointer, index),
        message: `The scope ${JSON.stringify(scope)} is not among the scopes of ${JSON.stringify(name)}.`,
        related: [
          {
            at: child("/securityDefinitions", name, "scopes"),
            message: `The scopes of ${JSON.stringify(name)}.`,
          },
        ],
        fix:
          meant === undefined
            ? undefined
            : {
                title: `Change it to ${JSON.stringify(meant)}`,
                isSafe: false,
                edits: [{ set: child(pointer, index), value: meant }],
              },
      });
    }
  },
  bad: `
{
  "security": [
    {
      "oauth2_auth": [
        "ticket.read"
      //^^^^^^^^^^^^^ The scope "ticket.read" is not among the scopes of "oauth2_auth".
      ]
    }
  ],
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "scopes": {
        "tickets.read": "Read tickets"
      }
    }
  }
}`,
  fixed: `
{
  "security": [
    {
      "oauth2_auth": [
        "tickets.read"
      ]
    }
  ],
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "scopes": {
        "tickets.read": "Read tickets"
      }
    }
  }
}`,
  good: `
{
  "security": [
    {
      "oauth2_auth": ["tickets.read"],
      "api_key": ["none"]
    }
  ],
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "scopes": {
        "tickets.read": "Read tickets"
      }
    },
    "api_key": {
      "type": "apiKey"
    }
  }
}`,
});
