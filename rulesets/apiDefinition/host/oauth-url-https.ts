import { child } from "../../../connector/pointer.js";
import { maskedAddress } from "../../../connector/secrets.js";
import { asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isWebAddress, repairedAddress } from "../../webAddress.js";

export default defineRule({
  name: "oauth-url-https",
  validatorCodes: [],
  policies: ["5000.3.1.6"],
  sources: ["policyErrors"],
  severity: "warning",
  summary: "The addresses of an OAuth 2.0 scheme are absolute and begin with https.",
  why: `At the \`authorizationUrl\` users enter their passwords, and at the \`tokenUrl\` the platform shows the secret of the
application. Both need encryption, and a relative address leads nowhere. Every accepted connector has such addresses.`,
  on: "definition",
  check({ value }, { report }) {
    for (const [name, scheme] of Object.entries(asObject(value.securityDefinitions))) {
      if (asObject(scheme).type !== "oauth2") continue;
      for (const key of ["authorizationUrl", "tokenUrl"]) {
        const url = asObject(scheme)[key];
        if (typeof url !== "string" || isSecure(url)) continue;
        // What is filled in later, such as "{host}/token", may become anything.
        if (/^\s*(\{|\[\[|<|@)/.test(url)) continue;
        const at = child("/securityDefinitions", name, key);
        const secure = isWebAddress(url)
          ? url.trim().replace(/^http:/i, "https:")
          : repairedAddress(url);
        report({
          at,
          message: `The ${key} of ${JSON.stringify(name)} is ${JSON.stringify(maskedAddress(url))}, which is not an absolute address that begins with "https://".`,
          fix:
            secure === undefined
              ? undefined
              : {
                  title: `Change it to ${JSON.stringify(maskedAddress(secure))}`,
                  isSafe: false,
                  edits: [{ set: at, value: secure }],
                },
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
      "authorizationUrl": "login.contoso.com/authorize",
                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The authorizationUrl of "oauth2_auth" is "login.contoso.com/authorize", which is not an absolute address that begins with "https://".
      "tokenUrl": "http://login.contoso.com/token",
                //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The tokenUrl of "oauth2_auth" is "http://login.contoso.com/token", which is not an absolute address that begins with "https://".
      "scopes": {}
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
}`,
  good: `
{
  "securityDefinitions": {
    "oauth2_auth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize?prompt=login",
      "tokenUrl": "{host}/token",
      "scopes": {}
    }
  }
}`,
});

function isSecure(url: string): boolean {
  return isWebAddress(url) && /^https:/i.test(url);
}
