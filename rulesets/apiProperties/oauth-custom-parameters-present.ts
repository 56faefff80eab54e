import { identityProviders } from "../../connector/identityProvider.js";
import { isEntered, oAuthSettingsOf } from "../oAuthSettings.js";
import { allOf, defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-custom-parameters-present",
  validatorCodes: [],
  sources: ["connections"],
  severity: "error",
  summary: "A generic OAuth sign-in says where one signs in and where tokens are given.",
  why: `The identity providers \`oauth2\` and \`oauth2generic\` know no service. Without the three addresses nobody can sign in, and the connector cannot
be saved. Upper and lower case do not count.`,
  on: "connectionParameter",
  check(parameter, { properties, report }) {
    const settings = oAuthSettingsOf(parameter);
    const provider = identityProviders.get(settings?.provider ?? "");
    if (settings === undefined || provider?.isGeneric !== true) return;
    const missing = provider.required.filter(
      (name) => settings.custom(name) === undefined && !isEntered(name, properties),
    );
    if (missing.length === 0) return;
    report({
      at:
        "customParameters" in settings.value
          ? `${settings.pointer}/customParameters`
          : settings.pointer,
      missing: "customParameters" in settings.value ? undefined : "customParameters",
      message: `The identity provider "${settings.provider}" needs the custom ${missing.length === 1 ? "parameter" : "parameters"} ${allOf(missing)}.`,
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "customParameters": {
        //^^^^^^^^^^^^^^^^^^ The identity provider "oauth2" needs the custom parameters "tokenUrl" and "refreshUrl".
            "authorizationUrl": { "value": "https://login.contoso.com/authorize" }
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
          "identityProvider": "oauth2",
          "customParameters": {
            "AuthorizationUrl": { "value": "https://login.contoso.com/authorize" },
            "tokenUrl": { "value": "https://login.contoso.com/token" },
            "refreshUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    }
  }
}`,
});
