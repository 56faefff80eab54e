import { child } from "../../../connector/pointer.js";
import { asArray } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-websocket-scheme",
  validatorCodes: ["SchemeNotSupported"],
  severity: "error",
  summary: "The schemes name no WebSocket protocol.",
  why: `Swagger knows the schemes \`ws\` and \`wss\`, but a connector cannot hold a WebSocket open and the
service refuses them.`,
  on: "definition",
  check({ value }, { report }) {
    const schemes = asArray(value.schemes);
    for (const [index, scheme] of schemes.entries()) {
      if (scheme !== "ws" && scheme !== "wss") continue;
      const at = child("/schemes", index);
      const replacement = scheme === "ws" ? "http" : "https";
      report({
        at,
        message: `The WebSocket scheme "${scheme}" is not supported; allowed are "https" and "http".`,
        fix: schemes.some((other) => other === "https" || other === "http")
          ? { title: `Remove "${scheme}"`, isSafe: true, edits: [{ remove: at }] }
          : {
              title: `Change it to "${replacement}"`,
              isSafe: false,
              edits: [{ set: at, value: replacement }],
            },
      });
    }
  },
  bad: `
{
  "schemes": [
    "https",
    "wss"
  //^^^^^ The WebSocket scheme "wss" is not supported; allowed are "https" and "http".
  ]
}`,
  fixed: `
{
  "schemes": [
    "https"
  ]
}`,
  good: `
{
  "schemes": ["https"]
}`,
});
