import { child, type Pointer } from "../../connector/pointer.js";
import { asObject, asString, isObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

/** What a connection needs for each type of security definition, and what a message calls it. */
const needs: Record<string, { types: readonly string[]; count: number; what: string }> = {
  oauth2: { types: ["oauthsetting"], count: 1, what: 'of type "oauthSetting"' },
  apiKey: { types: ["securestring", "string"], count: 1, what: "that takes a key" },
  basic: {
    types: ["securestring", "string"],
    count: 2,
    what: "that takes a user name and one that takes a password",
  },
};

export default defineRule({
  name: "security-vs-connection-parameters",
  validatorCodes: [],
  severity: "warning",
  summary: "The connection parameters can give what the security definitions ask for.",
  why: `The API definition says how a request proves who sends it, and the connection parameters are what a user
enters for that. OAuth needs a parameter of type \`oauthSetting\`, a key or a password one that takes a
text. Without it nobody can make a connection that works.`,
  on: "properties",
  check(properties, { definition, report }) {
    const { connectionParameters, connectionParameterSets } = properties.properties;
    if (!isObject(connectionParameters) && !isObject(connectionParameterSets)) return;
    const at: Pointer = isObject(connectionParameters)
      ? "/properties/connectionParameters"
      : "/properties/connectionParameterSets";
    for (const [name, security] of Object.entries(
      asObject(definition?.value.securityDefinitions),
    )) {
      const type = asString(asObject(security).type);
      const need = type !== undefined && Object.hasOwn(needs, type) ? needs[type] : undefined;
      if (need === undefined) continue;
      const fitting = properties.connectionParameters.filter(({ value }) =>
        need.types.includes(String(value.type).toLowerCase()),
      );
      if (fitting.length >= need.count) continue;
      report({
        at,
        message: `The security definition "${name}" is of type ${type}, but there is no connection parameter ${need.what}.`,
        related: [
          {
            at: child("/securityDefinitions", name),
            file: "apiDefinition",
            message: "This is the security definition.",
          },
        ],
      });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
  //^^^^^^^^^^^^^^^^^^^^^^ The security definition "oauth" is of type oauth2, but there is no connection parameter of type "oauthSetting".
  //^^^^^^^^^^^^^^^^^^^^^^ The security definition "login" is of type basic, but there is no connection parameter that takes a user name and one that takes a password.
      "api_key": { "type": "securestring" }
    }
  }
}
//- apiDefinition.swagger.json
{
  "securityDefinitions": {
    "oauth": { "type": "oauth2", "flow": "accessCode" },
    "login": { "type": "basic" },
    "key": { "type": "apiKey", "name": "X-Api-Key", "in": "header" }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {},
    "connectionParameterSets": {
      "values": [
        {
          "name": "oauth",
          "parameters": {
            "token": { "type": "oauthSetting" }
          }
        },
        {
          "name": "login",
          "parameters": {
            "username": { "type": "string" },
            "password": { "type": "securestring" }
          }
        }
      ]
    }
  }
}
//- apiDefinition.swagger.json
{
  "securityDefinitions": {
    "oauth": { "type": "oauth2", "flow": "accessCode" },
    "login": { "type": "basic" }
  }
}`,
});
