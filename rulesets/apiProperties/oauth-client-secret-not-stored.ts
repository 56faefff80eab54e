import { knownSecrets } from "../../connector/secrets.js";
import { asString } from "../../connector/values.js";
import { oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

const placeholder =
  /^[[{<].*[\]}>]$|dummy|placeholder|your|secret|change.?me|example|x{3}|^\*+$|^\.+$|^-+$/i;

export default defineRule({
  name: "oauth-client-secret-not-stored",
  validatorCodes: [],
  sources: ["repository", "command"],
  severity: "error",
  summary: "No client secret stands in the file.",
  why: `Whoever has the secret can act as the application. paconn takes it when the connector is created or updated, from a variable or standard input, and the service
never gives it back. One that stood here has to be revoked.`,
  on: "connectionParameter",
  check(parameter, { report }) {
    const settings = oAuthSettingsOf(parameter);
    if (settings === undefined) return;
    const own = {
      value: asString(settings.value.clientSecret),
      pointer: `${settings.pointer}/clientSecret`,
    };
    for (const { value, pointer } of [own, settings.custom("clientSecret") ?? own]) {
      const secret = value?.trim();
      // What is known by its form is told by another rule.
      if (!secret || placeholder.test(secret) || knownSecrets(secret).length > 0) continue;
      report({
        at: pointer,
        message: "The clientSecret looks like a real one; no secret belongs in a file.",
        fix: {
          title: "Remove it",
          isSafe: false,
          edits: [{ remove: pointer }],
        },
      });
      if (pointer === own.pointer) break;
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "clientSecret": "k3Rt9Qw7Zb2Lm5Xc8Vn1"
                        //^^^^^^^^^^^^^^^^^^^^^^ The clientSecret looks like a real one; no secret belongs in a file.
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
          "identityProvider": "oauth2"
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
          "clientSecret": "[[DUMMY]]"
        }
      }
    }
  }
}`,
});
