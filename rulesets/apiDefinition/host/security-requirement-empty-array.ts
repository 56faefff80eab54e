import { asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "security-requirement-empty-array",
  validatorCodes: ["SecurityRequirementMustHaveEmptyValue"],
  sources: ["swagger"],
  severity: "error",
  summary: "A security requirement lists scopes only for a scheme of OAuth 2.0.",
  why: `Scopes exist in OAuth 2.0 alone. For a scheme of type \`apiKey\` or \`basic\` the service accepts
nothing but an empty array.`,
  on: "securityRequirement",
  check({ name, value, pointer, scheme }, { report }) {
    const type = asString(asObject(scheme).type);
    if ((type !== "apiKey" && type !== "basic") || !Array.isArray(value) || value.length === 0)
      return;
    report({
      at: pointer,
      message: `The security scheme ${JSON.stringify(name)} has the type "${type}" and so no scopes; its value must be [].`,
      fix: {
        title: "Empty the array",
        isSafe: true,
        edits: [{ set: pointer, value: [] }],
      },
    });
  },
  bad: `
{
  "security": [
    {
      "api_key": ["tickets.read"]
    //^^^^^^^^^ The security scheme "api_key" has the type "apiKey" and so no scopes; its value must be [].
    }
  ],
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
  fixed: `
{
  "security": [
    {
      "api_key": []
    }
  ],
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
  good: `
{
  "security": [
    {
      "oauth2_auth": ["tickets.read"]
    }
  ],
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "scopes": {
        "tickets.read": "Read tickets"
      }
    }
  }
}`,
});
