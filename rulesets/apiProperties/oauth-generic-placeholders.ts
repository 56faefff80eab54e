import { asString } from "../../connector/values.js";
import { nearest } from "../nearest.js";
import { oAuthSettingsOf } from "../oAuthSettings.js";
import { defineRule } from "../rule.js";

/** What the service fills in. Source: Microsoft's schema. */
const known = [
  "ClientId",
  "ClientSecret",
  "Scope",
  "Scopes",
  "RedirectUrl",
  "State",
  "Code",
  "RefreshToken",
];

export default defineRule({
  name: "oauth-generic-placeholders",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "The templates of a generic sign-in have placeholders that are filled.",
  why: `The service replaces \`{ClientId}\`, \`{Code}\` and a few others, and the custom parameters and connection parameters by their names. One of another
name is sent as it stands, and the sign-in fails without saying why.`,
  on: "connectionParameter",
  check(parameter, { properties, report }) {
    const settings = oAuthSettingsOf(parameter);
    if (settings?.provider !== "oauth2generic") return;
    const names = [
      ...known,
      ...Object.keys(settings.customParameters),
      // What a user enters for the sign-in is declared as `token:name`.
      ...(properties?.connectionParameters ?? []).map(({ name }) => name.replace(/^\w+:/, "")),
    ];
    const isKnown = (name: string) =>
      // The applications of several regions are kept with the connector under names of their own.
      /client(?:id|secret)$/i.test(name) ||
      names.some((each) => each.toLowerCase() === name.toLowerCase());
    for (const key of Object.keys(settings.customParameters)) {
      const { value, pointer } = settings.custom(key)!;
      for (const [whole, name] of asString(value)?.matchAll(/\{([A-Za-z_][\w:]*)\}/g) ?? []) {
        if (isKnown(name!)) continue;
        const meant = nearest(name!.replaceAll("_", ""), known);
        report({
          at: pointer,
          message: `Nothing fills the placeholder "${whole}" in the ${key}.`,
          fix:
            meant === undefined
              ? undefined
              : {
                  title: `Write "{${meant}}"`,
                  isSafe: false,
                  edits: [{ set: pointer, value: value!.replaceAll(whole, `{${meant}}`) }],
                },
        });
      }
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2generic",
          "customParameters": {
            "tokenBodyTemplate": { "value": "code={Code}&client={ClientIds}" }
                                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing fills the placeholder "{ClientIds}" in the tokenBodyTemplate.
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
          "identityProvider": "oauth2generic",
          "customParameters": {
            "tokenBodyTemplate": { "value": "code={Code}&client={ClientId}" }
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
          "identityProvider": "oauth2generic",
          "customParameters": {
            "region": { "value": "eu" },
            "tokenUrlTemplate": { "value": "https://{region}.contoso.com/token" },
            "tokenBodyTemplate": { "value": "code={code}&client={ClientId}" }
          }
        }
      }
    }
  }
}`,
});
