import { child } from "../../../connector/pointer.js";
import { asObject, hasValue } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

/** The flows in which no user signs in, and what OAuth 2.0 calls them. */
export const unsupportedFlows: Partial<Record<string, string>> = {
  application: "client credentials",
  password: "the password of a user",
};

export default defineRule({
  name: "oauth-flow-supported",
  validatorCodes: [],
  sources: ["wizard", "connections", "limits"],
  severity: "error",
  summary: "The flow of OAuth 2.0 is neither application nor password.",
  why: `A connection comes about when its user signs in on a page of the service, which is the flow \`accessCode\`.
Custom connectors do not support the flows in which an application signs in by itself or by the password of a user.`,
  on: "definition",
  check({ value }, { report }) {
    for (const [name, scheme] of Object.entries(asObject(value.securityDefinitions))) {
      const { type, flow } = asObject(scheme);
      if (type !== "oauth2" || typeof flow !== "string" || !Object.hasOwn(unsupportedFlows, flow))
        continue;
      const at = child("/securityDefinitions", name, "flow");
      report({
        at,
        message: `The flow "${flow}" of ${JSON.stringify(name)}, by ${unsupportedFlows[flow]}, is not supported; allowed is "accessCode".`,
        // Without its other address the flow would lack a key.
        fix:
          hasValue(scheme, "authorizationUrl") && hasValue(scheme, "tokenUrl")
            ? {
                title: 'Change it to "accessCode"',
                isSafe: false,
                edits: [{ set: at, value: "accessCode" }],
              }
            : undefined,
      });
    }
  },
  bad: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "application",
            //^^^^^^^^^^^^^ The flow "application" of "oauth2_auth", by client credentials, is not supported; allowed is "accessCode".
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
      "scopes": {}
    }
  }
}`,
  fixed: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
      "scopes": {}
    }
  }
}`,
  good: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
      "scopes": {}
    }
  }
}`,
});
