import type { Pointer } from "../../connector/pointer.js";
import { child } from "../../connector/pointer.js";
import { asArray, asObject, asString, member } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-sets-unique",
  validatorCodes: [],
  sources: ["multipleAuthentication"],
  severity: "error",
  summary: "Every set of connection parameters has a name and a displayName of its own.",
  why: `A connection remembers by the name of the set how its user signs in, and users choose by what is shown. Two sets of one name cannot be told
apart.`,
  on: "properties",
  check({ properties }, { report }) {
    const sets = asArray(asObject(properties.connectionParameterSets).values);
    const names = new Map<string, Pointer>();
    const shown = new Map<string, Pointer>();
    for (const [index, set] of sets.entries()) {
      const pointer = child("/properties/connectionParameterSets/values", index);
      /** Whether another set has that name, which is told. */
      const isTaken = (seen: Map<string, Pointer>, name: string, at: Pointer, words: string) => {
        const earlier = seen.get(name);
        if (earlier === undefined) seen.set(name, at);
        else
          report({
            at,
            message: `There is a set ${words} already.`,
            related: [{ at: earlier, message: "The other one is here." }],
          });
        return earlier !== undefined;
      };
      const name = asString(member(set, "name"));
      if (name !== undefined && isTaken(names, name, child(pointer, "name"), `"${name}"`)) continue;
      const title = asString(member(member(set, "uiDefinition"), "displayName"))?.trim();
      if (title)
        isTaken(
          shown,
          title,
          child(pointer, "uiDefinition", "displayName"),
          `with the displayName "${title}"`,
        );
    }
  },
  bad: `
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
          "name": "key",
                //^^^^^ There is a set "key" already.
          "uiDefinition": { "displayName": "key", "description": "key." },
          "parameters": { "token": { "type": "oauthSetting" } }
        },
        {
          "name": "oldKey",
          "uiDefinition": { "displayName": "key", "description": "An old key." },
                                         //^^^^^ There is a set with the displayName "key" already.
          "parameters": { "old_key": { "type": "securestring" } }
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
