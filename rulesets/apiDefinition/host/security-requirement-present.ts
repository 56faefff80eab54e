import { asArray, asObject, asString, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "security-requirement-present",
  validatorCodes: [],
  sources: ["swagger"],
  severity: { certified: "info", "independent-publisher": "info", custom: "hint" },
  summary: "A security says which operations need what securityDefinitions describe.",
  why: `\`securityDefinitions\` describe how callers prove who they are, and \`security\` where that is needed. Without it a
definition says that every operation needs no authentication, and tools other than the platform send no key. Microsoft does not
check it; seven of eight accepted connectors with security definitions have it.`,
  on: "definition",
  check(definition, { report }) {
    const { securityDefinitions, security } = definition.value;
    const schemes = Object.entries(asObject(securityDefinitions));
    if (schemes.length === 0 || !(security === undefined || Array.isArray(security))) return;
    if (asArray(security).length > 0) return;
    if (definition.operations.some(({ value }) => asArray(value.security).length > 0)) return;
    const [name, scheme] = schemes[0]!;
    // What an operation says of itself stays, and then the root is not all there is to say.
    const isCertain =
      schemes.length === 1 &&
      isObject(scheme) &&
      definition.operations.every(({ value }) => !("security" in value));
    const all = schemes.map(([each]) => JSON.stringify(each)).join(" and ");
    report({
      at: security === undefined ? "" : "/security",
      message: `The definition describes ${all} in securityDefinitions, but ${security === undefined ? "has no security that asks for it" : 'its "security" is empty, so that nothing asks for it'}.`,
      fix: isCertain
        ? {
            title: `Ask for ${JSON.stringify(name)} in every operation`,
            isSafe: false,
            edits: [{ set: "/security", value: [{ [name]: scopesOf(asObject(scheme)) }] }],
          }
        : undefined,
    });
  },
  bad: `
{
//root The definition describes "oauth2_auth" in securityDefinitions, but has no security that asks for it.
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
  fixed: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "scopes": {
        "tickets.read": "Read tickets"
      }
    }
  },
  "security": [
    {
      "oauth2_auth": [
        "tickets.read"
      ]
    }
  ]
}`,
  good: `
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
});

/** Every scope of a scheme, as the wizard asks for them; only OAuth 2.0 has some. */
function scopesOf({ type, scopes }: { [key: string]: unknown }): string[] {
  if (asString(type) !== "oauth2") return [];
  return Object.keys(asObject(scopes)).filter((scope) => !scope.startsWith("x-"));
}
