import { isText, securityNeeds } from "../connectionParameterUse.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-used",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "What a user has to enter is used.",
  why: `A connection parameter has an effect when a policy or the script reads it, or when it is the key, the user name or the password that the \`security\` of the definition asks for. Any other one users fill in for nothing, and often a policy was forgotten.`,
  on: "connectionParameter",
  check(parameter, { connector, definition, properties, report }) {
    const { name, pointer, value } = parameter;
    const type = String(value.type).toLowerCase();
    // The service itself uses what signs in, and what it fills.
    if (
      !/^(?:(?:secure)?string|int|bool)$/.test(type) ||
      name.includes(":") ||
      definition === undefined
    )
      return;
    const lower = name.toLowerCase();
    if (properties?.connectionParameterUses.some((use) => use.name.toLowerCase() === lower)) return;
    // A script has many ways to read one; without its text nothing can be said.
    const script = connector.file("script");
    if (script !== undefined && (script.text === "" || script.text.toLowerCase().includes(lower)))
      return;
    const needs = securityNeeds(definition);
    if (needs.some(({ names }) => names.flat().includes(lower))) return;
    // A key of any other name may be the one that is meant.
    if (isText(parameter) && type === "securestring" && needs.length > 0) return;
    // The settings of a sign-in may name others, and so may the address of the service.
    const settings = JSON.stringify(
      properties?.connectionParameters.map((each) => each.value.oAuthSettings) ?? [],
    );
    const host = JSON.stringify([
      definition.value.host,
      definition.value.basePath,
      definition.value["x-ms-parameterized-host"],
    ]);
    if (`${settings}${host}`.toLowerCase().includes(lower)) return;
    // Expressions work in some places of a definition, too.
    const text = connector.file("apiDefinition")?.text.toLowerCase() ?? "";
    if (text.includes("connectionparameters(") && text.includes(`'${lower}'`)) return;
    report({
      at: pointer,
      message: `The connection parameter "${name}" is used by no policy, no script and no sign-in.`,
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" },
      "region": { "type": "string" }
    //^^^^^^^^ The connection parameter "region" is used by no policy, no script and no sign-in.
    }
  }
}
//- apiDefinition.swagger.json
{
  "securityDefinitions": {
    "api_key": { "type": "apiKey", "in": "header", "name": "X-Api-Key" }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" }
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
