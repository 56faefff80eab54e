import { child } from "../../connector/pointer.js";
import { asArray } from "../../connector/values.js";
import { oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-scope-placeholder",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "No scope of an OAuth connection is a placeholder.",
  why: `The scopes are sent as they are when users sign in, and a service refuses one that it does not have. Other than a client id, they are
no secret and the same for everybody, so that nobody fills them in later.`,
  on: "connectionParameter",
  check(parameter, { report }) {
    const settings = oAuthSettingsOf(parameter);
    for (const [index, scope] of asArray(settings?.value.scopes).entries())
      if (typeof scope === "string" && /^\s*\[\[.*\]\]\s*$/.test(scope))
        report({
          at: child(settings!.pointer, "scopes", index),
          message: `The connection parameter "${parameter.name}" still has the placeholder ${scope.trim()} for a scope; name a scope of the service, or remove it.`,
        });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "clientId": "[[DUMMY]]",
          "scopes": ["tickets.read", "[[scope]]"]
                                   //^^^^^^^^^^^ The connection parameter "token" still has the placeholder [[scope]] for a scope; name a scope of the service, or remove it.
        }
      }
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "clientId": "[[DUMMY]]",
          "scopes": ["tickets.read"]
        }
      }
    }
  }
}`,
});
