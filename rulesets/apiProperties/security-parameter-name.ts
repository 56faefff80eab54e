import { child } from "../../connector/pointer.js";
import { isText, securityNeeds } from "../connectionParameterUse.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "security-parameter-name",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "The parameters of a sign-in have the names by which the service finds them.",
  why: `For basic authentication the service takes what users enter as \`username\` and \`password\`, for an API key \`api_key\`; hundreds of published
connectors have these names. Under others the request goes out without a sign-in, unless a policy adds it.`,
  on: "properties",
  check(properties, { definition, report }) {
    const own = properties.connectionParameters.filter(isText);
    // Where a policy reads one it may do the sign-in.
    if (
      own.length === 0 ||
      properties.connectionParameterUses.some(({ name }) =>
        own.some((each) => each.name.toLowerCase() === name.toLowerCase()),
      )
    )
      return;
    for (const { scheme, type, names } of securityNeeds(definition)) {
      const lacking = names.filter(
        (group) => !own.some(({ name }) => group.includes(name.toLowerCase())),
      );
      // That there is none at all is told by another rule.
      if (lacking.length === 0 || own.length < names.length) continue;
      const wanted = lacking.map(([name]) => `"${name}"`).join(" and ");
      report({
        at: own[0]!.pointer,
        part: "key",
        message: `The security definition "${scheme}" is of type ${type}, for which the service reads ${wanted}; no connection parameter is called so.`,
        related: [
          {
            file: "apiDefinition",
            at: child("/securityDefinitions", scheme),
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
      "user": { "type": "string" },
    //^^^^^^ The security definition "login" is of type basic, for which the service reads "username" and "password"; no connection parameter is called so.
      "secret": { "type": "securestring" }
    }
  }
}
//- apiDefinition.swagger.json
{
  "securityDefinitions": {
    "login": { "type": "basic" }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "Api_Key": { "type": "securestring" }
    }
  }
}
//- apiDefinition.swagger.json
{
  "securityDefinitions": {
    "api_key": { "type": "apiKey", "in": "header", "name": "X-Api-Key" }
  }
}`,
});
