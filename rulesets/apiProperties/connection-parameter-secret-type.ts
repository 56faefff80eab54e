import { child } from "../../connector/pointer.js";
import { asObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-secret-type",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "A password or a key is entered as `securestring`.",
  why: `What is typed into a \`string\` is shown on the screen, stored as it is and can be read by whoever shares the connection. A \`securestring\` is
hidden and kept apart.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    const at = child(pointer, "type");
    if (value.type === "string" && secretName.test(name))
      report({
        at,
        message: `The connection parameter "${name}" looks like a secret, but is a string that everybody can read.`,
        fix: {
          title: 'Make it a "securestring"',
          isSafe: false,
          byHand: "breaks",
          edits: [{ set: at, value: "securestring" }],
        },
      });
    const { clearText } = asObject(asObject(value.uiDefinition).constraints);
    if (value.type === "securestring" && String(clearText) === "true" && secretName.test(name)) {
      const shown = child(pointer, "uiDefinition", "constraints", "clearText");
      report({
        at: shown,
        message: `The connection parameter "${name}" is a secret, but is shown while it is typed.`,
        fix: { title: "Hide it", isSafe: false, edits: [{ set: shown, value: false }] },
      });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "string" },
                         //^^^^^^^^ The connection parameter "api_key" looks like a secret, but is a string that everybody can read.
      "password": { "type": "securestring", "uiDefinition": { "constraints": { "clearText": true } } }
                                                                                          //^^^^ The connection parameter "password" is a secret, but is shown while it is typed.
    }
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" },
      "password": { "type": "securestring", "uiDefinition": { "constraints": { "clearText": false } } }
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" },
      "username": { "type": "securestring", "uiDefinition": { "constraints": { "clearText": true } } },
      "keyName": { "type": "string" }
    }
  }
}`,
});

/** Whole names, so that the name of a key or the address for tokens is none. */
const secretName =
  /^(?:password|passwd|pwd|passphrase|(?:client|app|shared)?_?-?secret|(?:api|access|auth|private|subscription|secret)_?-?key|(?:api|access|auth|bearer|refresh|security)_?-?token)$/i;
