import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";
import { schemesOf } from "../../schemes.js";

export default defineRule({
  name: "no-websocket-scheme",
  validatorCodes: ["SchemeNotSupported"],
  severity: "error",
  summary: "The schemes name no WebSocket protocol.",
  why: `Swagger knows the schemes \`ws\` and \`wss\`, but a connector cannot hold a WebSocket open and the
service refuses them.`,
  on: "definition",
  check(definition, { report }) {
    for (const { pointer, list, of } of schemesOf(definition))
      for (const [index, scheme] of list.entries()) {
        const name = typeof scheme === "string" ? scheme.toLowerCase() : undefined;
        if (name !== "ws" && name !== "wss") continue;
        const at = child(pointer, index);
        const replacement = name === "ws" ? "http" : "https";
        report({
          at,
          message: `The WebSocket scheme "${scheme}"${of} is not supported; allowed are "https" and "http".`,
          fix: list.some((other) => other === "https" || other === "http")
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
  ],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "schemes": [
          "WSS"
        //^^^^^ The WebSocket scheme "WSS" of "ListTickets" is not supported; allowed are "https" and "http".
        ]
      }
    }
  }
}`,
  fixed: `
{
  "schemes": [
    "https"
  ],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "schemes": [
          "https"
        ]
      }
    }
  }
}`,
  good: `
{
  "schemes": ["https"]
}`,
});
