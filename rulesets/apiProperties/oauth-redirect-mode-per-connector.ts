import { child } from "../../connector/pointer.js";
import { asObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-redirect-mode-per-connector",
  validatorCodes: [],
  sources: ["connections"],
  severity: { certified: "info", "independent-publisher": "info" },
  tag: "deprecated",
  summary: "An OAuth connection has a redirect address of its own connector.",
  why: `With the mode \`Global\` all connectors share one redirect address. Since the end of 2023 reviewers ask new
connectors for \`GlobalPerConnector\`. A published connector cannot simply change: its new address must
first be registered with the service that signs its users in.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    const { redirectMode } = asObject(value.oAuthSettings);
    if (redirectMode !== "Global" && redirectMode !== "Direct") return;
    const at = child(pointer, "oAuthSettings", "redirectMode");
    report({
      at,
      message: `The redirectMode of the connection parameter "${name}" is "${redirectMode}"; new connectors have "GlobalPerConnector".`,
      fix: {
        title: 'Write "GlobalPerConnector"',
        isSafe: false,
        edits: [{ set: at, value: "GlobalPerConnector" }],
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
          "redirectMode": "Global"
                        //^^^^^^^^ The redirectMode of the connection parameter "token" is "Global"; new connectors have "GlobalPerConnector".
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
      }
    }
  }
}`,
});
