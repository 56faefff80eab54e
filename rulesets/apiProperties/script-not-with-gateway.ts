import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-not-with-gateway",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "A connector with a script uses no on-premises data gateway.",
  why: `Scripts are not run for requests that go through a gateway, so that a connection with one works otherwise than one without.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { connector, report }) {
    if (value.type !== "gatewaySetting" || connector.file("script") === undefined) return;
    report({
      at: pointer,
      message: `The connection parameter "${name}" is a gateway, through which the script is not run.`,
      related: [{ file: "script", at: "", message: "The script is here." }],
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "gateway": { "type": "gatewaySetting" }
    //^^^^^^^^^ The connection parameter "gateway" is a gateway, through which the script is not run.
    }
  }
}
//- script.csx
public class Script : ScriptBase { }`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "gateway": { "type": "gatewaySetting" },
      "key": { "type": "securestring" }
    }
  }
}`,
});
