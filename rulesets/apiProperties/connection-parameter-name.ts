import { isConnectionParameterName } from "../../connector/apiProperties.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-name",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "The name of a connection parameter has letters, digits and underscores alone.",
  why: `Expressions, scripts and the service refer to the parameter by its name. Microsoft's schema allows letters, digits and underscores; a claim of
the sign-in is written \`token:TenantId\`.`,
  on: "connectionParameter",
  check({ name, pointer }, { report }) {
    if (isConnectionParameterName(name)) return;
    report({
      at: pointer,
      part: "key",
      message: `The connection parameter "${name}" has other characters than letters, digits and underscores in its name.`,
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "api-key": { "type": "securestring" }
    //^^^^^^^^^ The connection parameter "api-key" has other characters than letters, digits and underscores in its name.
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" },
      "token:TenantId": { "type": "string" }
    }
  }
}`,
});
