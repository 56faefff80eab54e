import { oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-aad-login",
  validatorCodes: [],
  sources: ["connections"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "Everybody can sign in with Microsoft Entra ID.",
  why: `The users of a published connector are in tenants of their own: with the id of one tenant all others are refused. \`common\` lets everybody in, at
the public address of the sign-in.`,
  on: "connectionParameter",
  check(parameter, { report }) {
    const settings = oAuthSettingsOf(parameter);
    if (settings?.provider !== "aad") return;
    const tenant = settings.custom("tenantId");
    if (
      tenant?.value !== undefined &&
      /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(tenant.value)
    )
      report({
        at: tenant.pointer,
        message:
          'The tenantId is that of one tenant, in which nobody else can sign in; "common" is for all.',
        fix: {
          title: 'Write "common"',
          isSafe: false,
          edits: [{ set: tenant.pointer, value: "common" }],
        },
      });
    const login = settings.custom("loginUri");
    if (
      login?.value?.trim() &&
      !/^https:\/\/login\.(?:windows\.net|microsoftonline\.com)\/?/i.test(login.value.trim())
    )
      report({
        at: login.pointer,
        message:
          "The loginUri is none of the public addresses of Microsoft Entra ID, https://login.microsoftonline.com and https://login.windows.net.",
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
          "customParameters": {
            "tenantId": { "value": "00000000-1111-2222-3333-444444444444" }
                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The tenantId is that of one tenant, in which nobody else can sign in; "common" is for all.
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
          "identityProvider": "aad",
          "customParameters": {
            "tenantId": { "value": "common" }
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
          "customParameters": {
            "loginUri": { "value": "https://login.windows.net" },
            "tenantId": { "value": "common" }
          }
        }
      }
    }
  }
}`,
});
