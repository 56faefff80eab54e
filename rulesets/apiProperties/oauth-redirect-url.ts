import { asString } from "../../connector/values.js";
import { oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-redirect-url",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "After the sign-in one comes back to the service.",
  why: `The service waits for the answer at \`https://global.consent.azure-apim.net/redirect\`, with the name of the connector behind it for one of its own. At
another address nobody waits.`,
  on: "connectionParameter",
  check(parameter, { report }) {
    const settings = oAuthSettingsOf(parameter);
    const url = asString(settings?.value.redirectUrl)?.trim();
    if (settings === undefined || !url || /^[[{@]/.test(url)) return;
    if (
      /^https:\/\/[\w-]+\.consent\.azure-api(?:m|hub)\.(?:net|us|cn)\/redirect(?:\/[\w%.~-]*)?$/i.test(
        url,
      )
    )
      return;
    report({
      at: `${settings.pointer}/redirectUrl`,
      message:
        "The redirectUrl is none of the service, which waits at https://global.consent.azure-apim.net/redirect.",
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "redirectUrl": "https://www.contoso.com/redirect"
                       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The redirectUrl is none of the service, which waits at https://global.consent.azure-apim.net/redirect.
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
          "redirectUrl": "https://global.consent.azure-apim.net/redirect/contoso-20tickets"
        }
      }
    }
  }
}`,
});
