import { isEntered, oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-parameter-url-https",
  validatorCodes: [],
  policies: ["5000.3.1.6"],
  sources: ["connections", "policyErrors"],
  severity: "error",
  summary: "One signs in over https.",
  why: `Codes and tokens go through these addresses, and whoever can read one acts as the user. Certification refuses http. An address may begin with a
placeholder such as \`{instance}\`.`,
  on: "connectionParameter",
  check(parameter, { properties, report }) {
    const settings = oAuthSettingsOf(parameter);
    for (const name of Object.keys(settings?.customParameters ?? {})) {
      if (!/^(?:authorization|token|refresh)Url(?:Template)?$|^loginUri(?:AAD)?$/i.test(name))
        continue;
      if (isEntered(name, properties)) continue;
      const { value, pointer } = settings!.custom(name)!;
      // What is left out, or comes from the connection, is no address yet.
      if (value === undefined || value.trim() === "" || /^(?:https:\/\/|[{@[])/i.test(value.trim()))
        continue;
      const isHttp = /^http:\/\//i.test(value);
      report({
        at: pointer,
        message: `The ${name} is no address with https.`,
        fix: isHttp
          ? {
              title: "Use https",
              isSafe: false,
              edits: [{ set: pointer, value: value.replace(/^http:/i, "https:") }],
            }
          : undefined,
      });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "customParameters": {
            "tokenUrl": { "value": "http://login.contoso.com/token" }
                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The tokenUrl is no address with https.
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "customParameters": {
            "tokenUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "customParameters": {
            "authorizationUrl": { "value": "{instance}/authorize" },
            "tokenUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    }
  }
}`,
});
