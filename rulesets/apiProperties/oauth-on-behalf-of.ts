import { asObject } from "../../connector/values.js";
import { oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-on-behalf-of",
  validatorCodes: [],
  sources: ["connections"],
  severity: "info",
  summary: "Both settings for signing in on behalf of a user agree.",
  why: `\`IsOnbehalfofLoginSupported\` says that the connector can do it, the custom parameter \`enableOnbehalfOfLogin\` switches it on. One without the other
has no effect.`,
  on: "connectionParameter",
  check(parameter, { report }) {
    const settings = oAuthSettingsOf(parameter);
    if (settings?.provider !== "aad") return;
    const supported = String(
      asObject(settings.value.properties).IsOnbehalfofLoginSupported,
    ).toLowerCase();
    const enabled = settings.custom("enableOnbehalfOfLogin");
    if (enabled?.value?.toLowerCase() !== "true" || supported === "true") return;
    report({
      at: enabled.pointer,
      message: "enableOnbehalfOfLogin is switched on, but IsOnbehalfofLoginSupported is not true.",
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "aad",
          "properties": { "IsFirstParty": "False", "IsOnbehalfofLoginSupported": false },
          "customParameters": {
            "enableOnbehalfOfLogin": { "value": "true" }
                                              //^^^^^^ enableOnbehalfOfLogin is switched on, but IsOnbehalfofLoginSupported is not true.
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
          "identityProvider": "aad",
          "properties": { "IsFirstParty": "False", "IsOnbehalfofLoginSupported": true },
          "customParameters": {
            "enableOnbehalfOfLogin": { "value": "true" }
          }
        }
      }
    }
  }
}`,
});
