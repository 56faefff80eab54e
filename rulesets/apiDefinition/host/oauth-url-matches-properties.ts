import type { ApiProperties } from "../../../connector/apiProperties.js";
import { child, type Pointer } from "../../../connector/pointer.js";
import { maskedAddress } from "../../../connector/secrets.js";
import { asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isWebAddress } from "../../webAddress.js";

export default defineRule({
  name: "oauth-url-matches-properties",
  validatorCodes: [],
  sources: ["connections"],
  severity: "info",
  summary: "The addresses of an OAuth 2.0 scheme are those of the connection.",
  why: `Connections are made at the addresses that apiProperties.json gives. One that differs in the API definition is an old
address or a slip of the pen, and misleads whoever reads or imports the definition alone. Where the connection has placeholders in its
addresses, or other than absolute ones, nothing is compared.`,
  on: "definition",
  check({ value }, { properties, report }) {
    if (properties === undefined) return;
    for (const [name, scheme] of Object.entries(asObject(value.securityDefinitions))) {
      if (asObject(scheme).type !== "oauth2") continue;
      for (const key of ["authorizationUrl", "tokenUrl"]) {
        const url = asString(asObject(scheme)[key]);
        // One without encryption is told by itself.
        if (url === undefined || !isWebAddress(url) || !/^\s*https:/i.test(url)) continue;
        const given = addressesOf(properties, key);
        const [first] = given;
        if (first === undefined || given.some((each) => !isFixed(each.url))) continue;
        if (given.some((each) => bare(each.url) === bare(url))) continue;
        const at = child("/securityDefinitions", name, key);
        report({
          at,
          message: `The ${key} of ${JSON.stringify(name)} is ${JSON.stringify(maskedAddress(url))}, but connections use ${JSON.stringify(maskedAddress(first.url))}.`,
          related: [
            {
              at: first.pointer,
              file: "apiProperties",
              message: "This is the address that connections use.",
            },
          ],
          fix:
            given.length === 1
              ? {
                  title: `Change it to ${JSON.stringify(maskedAddress(first.url))}`,
                  isSafe: false,
                  edits: [{ set: at, value: first.url.trim() }],
                }
              : undefined,
        });
      }
    }
  },
  bad: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/authorize",
                //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The tokenUrl of "oauth2_auth" is "https://login.contoso.com/authorize", but connections use "https://login.contoso.com/token".
      "scopes": {}
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "customParameters": {
            "authorizationUrl": { "value": "https://login.contoso.com/authorize" },
            "tokenUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
      "scopes": {}
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "customParameters": {
            "authorizationUrl": { "value": "https://login.contoso.com/authorize" },
            "tokenUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    }
  }
}`,
  good: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token/",
      "scopes": {}
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2generic",
          "customParameters": {
            "authorizationUrlTemplate": { "value": "https://{Host}/authorize" },
            "tokenUrlTemplate": { "value": "https://Login.contoso.com/token?tenant=1" }
          }
        }
      }
    }
  }
}`,
});

/** The addresses of a kind that the connection parameters give, those of every way to sign in. */
function addressesOf(properties: ApiProperties, key: string): { pointer: Pointer; url: string }[] {
  const names = [key, `${key}Template`].map((name) => name.toLowerCase());
  return properties.connectionParameters.flatMap(({ pointer, value }) =>
    Object.entries(asObject(asObject(value.oAuthSettings).customParameters)).flatMap(
      ([name, parameter]) => {
        const url = asString(asObject(parameter).value);
        if (url === undefined || !names.includes(name.toLowerCase())) return [];
        const at = child(pointer, "oAuthSettings", "customParameters", name, "value");
        return [{ pointer: at, url }];
      },
    ),
  );
}

/** Whether an address is absolute and has no part that is filled in later. */
function isFixed(url: string): boolean {
  return isWebAddress(url) && !/[{}<>[\]]|%7B/i.test(url);
}

/** An address without what makes no difference to where it leads. */
function bare(url: string): string {
  return url
    .trim()
    .replace(/[?#].*$/s, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}
