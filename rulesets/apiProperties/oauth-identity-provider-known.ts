import { nearestValue } from "../nearest.js";
import { defineRule, oneOf } from "../rule.js";

export default defineRule({
  name: "oauth-identity-provider-known",
  validatorCodes: [],
  sources: ["repository", "connections"],
  severity: "warning",
  summary: "The identity provider of a sign-in is one that the platform knows.",
  why: `\`identityProvider\` is the name of a way to sign in that is built into the platform, not that of your service.
Nearly every service uses \`oauth2\`, or \`oauth2generic\` when its requests for tokens differ from the standard;
\`aad\` is Microsoft Entra ID. Reviewers ask about other names, and a connection with an unknown one cannot be made.`,
  on: "violation",
  check(violation, { report }) {
    if (violation.rule !== "oauth-identity-provider-known" || violation.keyword !== "enum") return;
    const { pointer, subject, value, allowed } = violation;
    report({
      at: pointer,
      message: `${subject} is ${JSON.stringify(value)}; known are ${oneOf(allowed)}.`.replace(
        / or (?="[^"]*"\.$)/,
        " and ",
      ),
      fix: nearestValue(pointer, value, allowed),
    });
  },
  bad: `
//- apiProperties.json
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "OAuth2",
                            //^^^^^^^^ "identityProvider" of "token" is "OAuth2"; known are "oauth2", "oauth2generic", "aad", "aadcertificate", "facebook", "DocuSign", "SalesforceV2" and "oauth2pkcewithprm".
          "customParameters": {
            "authorizationUrl": { "value": "https://login.contoso.com/authorize" },
            "tokenUrl": { "value": "https://login.contoso.com/token" },
            "refreshUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    }
  }
}`,
  fixed: `
//- apiProperties.json
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "customParameters": {
            "authorizationUrl": { "value": "https://login.contoso.com/authorize" },
            "tokenUrl": { "value": "https://login.contoso.com/token" },
            "refreshUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    }
  }
}`,
  good: `
//- apiProperties.json
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": { "identityProvider": "DocuSign", "customParameters": {} }
      }
    }
  }
}`,
});
