import { child, type Pointer } from "../../connector/pointer.js";
import { asArray, asObject, asString, isObject, member } from "../../connector/values.js";
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
  sources: ["connections"],
  severity: "warning",
  summary: "The connection parameters can give what the security definitions ask for.",
  why: `The API definition says how a request proves who sends it, and the connection parameters are what a user
enters for that. OAuth needs a parameter of type \`oauthSetting\`, a key or a password one that takes a
text. Where none of the ways to sign in has its parameters, nobody can make a connection that works.`,
  on: "properties",
  check(properties, { definition, report }) {
    const { connectionParameters, connectionParameterSets } = properties.properties;
    if (!isObject(connectionParameters) && !isObject(connectionParameterSets)) return;
    const at: Pointer = isObject(connectionParameters)
      ? "/properties/connectionParameters"
      : "/properties/connectionParameterSets";
    const schemes = asObject(definition?.value.securityDefinitions);
    /** What the connection parameters lack for a scheme. */
    const lackOf = (name: string) => {
      const type = asString(asObject(member(schemes, name)).type);
      const need = type !== undefined && Object.hasOwn(needs, type) ? needs[type] : undefined;
      if (need === undefined) return [];
      const fitting = properties.connectionParameters.filter(({ value }) =>
        need.types.includes(String(value.type).toLowerCase()),
      );
      return fitting.length >= need.count ? [] : [{ name, type, need }];
    };
    // Each item of a security is a way to sign in, of which one is enough.
    const ways = asArray(definition?.value.security).map((way) => Object.keys(asObject(way)));
    const lacks = (ways.length > 0 ? ways : [Object.keys(schemes)]).map((way) =>
      way.flatMap(lackOf),
    );
    if (lacks.some((lack) => lack.length === 0)) return;
    for (const { name, type, need } of lacks[0]!) {
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
