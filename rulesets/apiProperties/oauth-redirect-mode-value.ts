import { nearestValue } from "../nearest.js";
import { defineRule, oneOf } from "../rule.js";

export default defineRule({
  name: "oauth-redirect-mode-value",
  validatorCodes: [],
  sources: ["repository"],
  severity: "warning",
  summary: "The redirect mode of a sign-in is Global, GlobalPerConnector or Direct.",
  why: `\`redirectMode\` tells which redirect address the service sends users back to after they have signed in: one that all
connectors share, or one for each connector. With another value the address that is registered may not be the one that is used.`,
  on: "violation",
  check(violation, { report }) {
    if (violation.rule !== "oauth-redirect-mode-value" || violation.keyword !== "enum") return;
    const { pointer, subject, value, allowed } = violation;
    report({
      at: pointer,
      message: `${subject} must be ${oneOf(allowed)}, but is ${JSON.stringify(value)}.`,
      fix: nearestValue(pointer, value, allowed),
    });
  },
  bad: `
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "facebook",
          "redirectMode": "globalPerConnector"
                        //^^^^^^^^^^^^^^^^^^^^ "redirectMode" of "token" must be "Global", "GlobalPerConnector" or "Direct", but is "globalPerConnector".
        }
      }
    }
  }
}`,
  fixed: `
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "facebook",
          "redirectMode": "GlobalPerConnector"
        }
      }
    }
  }
}`,
  good: `
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": { "identityProvider": "facebook", "redirectMode": "GlobalPerConnector" }
      }
    }
  }
}`,
});
