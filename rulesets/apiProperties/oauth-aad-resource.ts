import { asObject, asString } from "../../connector/values.js";
import { isEntered, oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-aad-resource",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "A sign-in with Microsoft Entra ID says for which API.",
  why: `A token of Microsoft Entra ID is for one resource. \`resourceUri\` names the API that the connector calls.`,
  on: "connectionParameter",
  check(parameter, { properties, report }) {
    const settings = oAuthSettingsOf(parameter);
    if (settings === undefined || !/^aad(?:certificate)?$/.test(settings.provider)) return;
    if (settings.custom("resourceUri") !== undefined || isEntered("resourceUri", properties))
      return;
    const id = asString(asObject(settings.value.properties).AzureActiveDirectoryResourceId);
    report({
      at: settings.pointer,
      missing: "customParameters" in settings.value ? undefined : "customParameters",
      message: `The custom parameter "resourceUri" is missing, which says for which API the token is.`,
      fix: id
        ? {
            title: "Take over the AzureActiveDirectoryResourceId",
            isSafe: false,
            edits: [
              { set: `${settings.pointer}/customParameters/resourceUri`, value: { value: id } },
            ],
          }
        : undefined,
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
      //^^^^^^^^^^^^^^^ The custom parameter "resourceUri" is missing, which says for which API the token is.
          "identityProvider": "aad",
          "properties": { "IsFirstParty": "False", "AzureActiveDirectoryResourceId": "https://api.contoso.com" },
          "customParameters": {}
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
          "identityProvider": "aad",
          "properties": { "IsFirstParty": "False", "AzureActiveDirectoryResourceId": "https://api.contoso.com" },
          "customParameters": {
            "resourceUri": {
              "value": "https://api.contoso.com"
            }
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
          "clientId": "[[DUMMY]]",
          "customParameters": {
            "resourceUri": { "value": "https://api.contoso.com" }
          }
        }
      }
    }
  }
}`,
});
