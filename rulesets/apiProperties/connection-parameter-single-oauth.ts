import { parent } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-single-oauth",
  validatorCodes: [],
  sources: ["multipleAuthentication"],
  severity: "warning",
  summary: "One signs in to one place at a time.",
  why: `A connection keeps one token. With two parameters of type \`oauthSetting\` in the same way to connect, nobody can say which one is sent.`,
  on: "properties",
  check({ connectionParameters }, { report }) {
    const seen = new Map<string, string>();
    for (const { name, pointer, value } of connectionParameters) {
      if (String(value.type).toLowerCase() !== "oauthsetting") continue;
      const owner = parent(pointer);
      const earlier = seen.get(owner);
      if (earlier === undefined) seen.set(owner, name);
      else
        report({
          at: pointer,
          message: `"${name}" is a second sign-in beside "${earlier}"; one way to connect has one.`,
        });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting" },
      "other": { "type": "oauthSetting" }
    //^^^^^^^ "other" is a second sign-in beside "token"; one way to connect has one.
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
          "name": "a",
          "uiDefinition": { "displayName": "a", "description": "a." },
          "parameters": { "token": { "type": "oauthSetting" } }
        },
        {
          "name": "b",
          "uiDefinition": { "displayName": "b", "description": "b." },
          "parameters": { "token": { "type": "oauthSetting" } }
        }
      ]
    }
  }
}`,
});
