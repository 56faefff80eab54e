import { child } from "../../../connector/pointer.js";
import { asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "oauth-flow-not-implicit",
  validatorCodes: [],
  sources: ["wizard"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "The flow of OAuth 2.0 is accessCode, not implicit.",
  why: `The platform exchanges a code for tokens and refreshes them while flows run; the flow \`implicit\` has neither a
code nor refresh tokens. Microsoft does not say that it is refused: of some 200 accepted connectors with
OAuth 2.0 two have it, both with the built-in sign-in of Microsoft Entra ID.`,
  on: "definition",
  check({ value }, { report }) {
    for (const [name, scheme] of Object.entries(asObject(value.securityDefinitions))) {
      const { type, flow, authorizationUrl } = asObject(scheme);
      if (type !== "oauth2" || flow !== "implicit") continue;
      // A tokenUrl beside it is refused, which another rule tells.
      if ("tokenUrl" in asObject(scheme)) continue;
      const at = child("/securityDefinitions", name);
      const tokenUrl = tokenUrlBeside(asString(authorizationUrl) ?? "");
      report({
        at: child(at, "flow"),
        message: `The flow of ${JSON.stringify(name)} is "implicit", but connections are made by "accessCode".`,
        fix:
          tokenUrl === undefined
            ? undefined
            : {
                title: `Change it to "accessCode" with the tokenUrl "${tokenUrl}"`,
                isSafe: false,
                edits: [
                  { set: child(at, "flow"), value: "accessCode" },
                  { set: child(at, "tokenUrl"), value: tokenUrl },
                ],
              },
      });
    }
  },
  bad: `
{
  "securityDefinitions": {
    "azure_auth": {
      "type": "oauth2",
      "flow": "implicit",
            //^^^^^^^^^^ The flow of "azure_auth" is "implicit", but connections are made by "accessCode".
      "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/authorize",
      "scopes": {}
    }
  }
}`,
  fixed: `
{
  "securityDefinitions": {
    "azure_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/authorize",
      "scopes": {},
      "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token"
    }
  }
}`,
  good: `
{
  "securityDefinitions": {
    "azure_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/authorize",
      "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token",
      "scopes": {}
    }
  }
}`,
});

/** Where Microsoft Entra ID issues tokens for those who sign in at an address of it. */
function tokenUrlBeside(authorizationUrl: string): string | undefined {
  const match =
    /^(https:\/\/login\.(?:microsoftonline\.com|windows\.net)\/[^/?#]+\/oauth2\/(?:v2\.0\/)?)authorize\/?$/.exec(
      authorizationUrl.trim(),
    );
  return match === null ? undefined : `${match[1]}token`;
}
