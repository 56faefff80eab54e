import { asArray, isObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-sets-several",
  validatorCodes: [],
  sources: ["multipleAuthentication"],
  severity: "hint",
  summary: "Sets of connection parameters are for several ways to sign in.",
  why: `With a single set users get a choice of one. \`connectionParameters\` say the same in a simpler way.`,
  on: "properties",
  check({ properties: { connectionParameterSets: sets } }, { report }) {
    if (!isObject(sets) || asArray(sets.values).length !== 1) return;
    report({
      at: "/properties/connectionParameterSets",
      message: "There is one set alone, so that users have no choice; use connectionParameters.",
    });
  },
  bad: `
{
  "properties": {
    "connectionParameterSets": {
  //^^^^^^^^^^^^^^^^^^^^^^^^^ There is one set alone, so that users have no choice; use connectionParameters.
      "uiDefinition": { "displayName": "Sign-in", "description": "How you sign in." },
      "values": [
        {
          "name": "key",
          "uiDefinition": { "displayName": "key", "description": "key." },
          "parameters": { "api_key": { "type": "securestring" } }
        }
      ]
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameterSets": {
      "uiDefinition": { "displayName": "Sign-in", "description": "How you sign in." },
      "values": [
        {
          "name": "key",
          "uiDefinition": { "displayName": "key", "description": "key." },
          "parameters": { "api_key": { "type": "securestring" } }
        },
        {
          "name": "oauth",
          "uiDefinition": { "displayName": "oauth", "description": "oauth." },
          "parameters": { "token": { "type": "oauthSetting" } }
        }
      ]
    }
  }
}`,
});
