import { child } from "../../../connector/pointer.js";
import { asArray } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schemes-valid",
  validatorCodes: ["SchemeNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "The schemes are https or http.",
  why: `Connectors call a service by one of these two protocols, written in small letters and without
\`://\`. The service refuses any other value.`,
  on: "definition",
  check({ value }, { report }) {
    for (const [index, scheme] of asArray(value.schemes).entries()) {
      if (typeof scheme !== "string" || /^(https?|wss?)$/.test(scheme)) continue;
      const bare = scheme.trim().toLowerCase().replace(/:\/*$/, "");
      report({
        at: child("/schemes", index),
        message: `The scheme ${JSON.stringify(scheme)} does not exist; allowed are "https" and "http".`,
        fix: /^https?$/.test(bare)
          ? {
              title: `Change it to "${bare}"`,
              isSafe: true,
              edits: [{ set: child("/schemes", index), value: bare }],
            }
          : undefined,
      });
    }
  },
  bad: `
{
  "schemes": [
    "HTTPS://"
  //^^^^^^^^^^ The scheme "HTTPS://" does not exist; allowed are "https" and "http".
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
  "schemes": ["https", "http"]
}`,
});
