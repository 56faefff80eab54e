import { child } from "../../connector/pointer.js";
import { asArray } from "../../connector/values.js";
import { oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-scopes-unique",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "Each scope is listed once.",
  why: `A scope that stands twice is sent twice. Some services refuse that; mostly another one was meant.`,
  on: "connectionParameter",
  check(parameter, { report }) {
    const settings = oAuthSettingsOf(parameter);
    const scopes = asArray(settings?.value.scopes);
    const at = `${settings?.pointer}/scopes`;
    const seen = new Set<unknown>();
    for (const [index, scope] of scopes.entries()) {
      const place = child(at, index);
      if (typeof scope === "string" && seen.has(scope))
        report({
          at: place,
          message: `The scope "${scope}" is listed already.`,
          fix: { title: "Remove it", isSafe: true, edits: [{ remove: place }] },
        });
      seen.add(scope);
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "scopes": ["read", "write", "read"]
                                    //^^^^^^ The scope "read" is listed already.
        }
      }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "scopes": ["read", "write"]
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
          "scopes": ["read write"]
        }
      }
    }
  }
}`,
});
