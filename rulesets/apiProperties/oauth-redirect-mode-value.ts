import { child } from "../../connector/pointer.js";
import { asObject } from "../../connector/values.js";
import { differsOnlyInCase, nearest } from "../nearest.js";
import { defineRule, oneOf } from "../rule.js";

const redirectModes = ["Global", "GlobalPerConnector", "Direct"];

export default defineRule({
  name: "oauth-redirect-mode-value",
  validatorCodes: [],
  severity: "warning",
  summary: `The redirectMode is one that exists: ${oneOf(redirectModes, false)}.`,
  why: `The \`redirectMode\` says to which address a user comes back after signing in: one that all connectors
share, or one of this connector alone. With a mode that does not exist that address is not certain.`,
  on: "connectionParameter",
  check({ pointer, value }, { report }) {
    const { redirectMode } = asObject(value.oAuthSettings);
    if (typeof redirectMode !== "string" || redirectModes.includes(redirectMode)) return;
    const at = child(pointer, "oAuthSettings", "redirectMode");
    const meant = nearest(redirectMode, redirectModes) ?? "GlobalPerConnector";
    report({
      at,
      message: `The redirectMode "${redirectMode}" does not exist; it must be ${oneOf(redirectModes)}.`,
      fix: {
        title: `Write "${meant}"`,
        isSafe: differsOnlyInCase(meant, redirectMode),
        edits: [{ set: at, value: meant }],
      },
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "redirectMode": "PerConnector"
                        //^^^^^^^^^^^^^^ The redirectMode "PerConnector" does not exist; it must be "Global", "GlobalPerConnector" or "Direct".
        }
      },
      "partner": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "redirectMode": "direct"
                        //^^^^^^^^ The redirectMode "direct" does not exist; it must be "Global", "GlobalPerConnector" or "Direct".
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
          "redirectMode": "GlobalPerConnector"
        }
      },
      "partner": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "redirectMode": "Direct"
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
        "oAuthSettings": { "redirectMode": "GlobalPerConnector" }
      },
      "partner": {
        "type": "oauthSetting",
        "oAuthSettings": {}
      }
    }
  }
}`,
});
