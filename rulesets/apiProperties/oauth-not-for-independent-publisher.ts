import { child } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "oauth-not-for-independent-publisher",
  validatorCodes: [],
  sources: ["independentPublisher"],
  severity: {},
  summary: "A connector of an independent publisher asks for no OAuth sign-in.",
  why: `Certification needs an application to sign in with, which belongs to the owner of the service. Independent publishers are said to be
asked for an API key instead; older connectors of theirs have OAuth, and no page of Microsoft says so, so that the rule is off until a
configuration switches it on.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    if (String(value.type).toLowerCase() !== "oauthsetting") return;
    report({
      at: child(pointer, "type"),
      message: `The connection parameter "${name}" asks for an OAuth sign-in, which may not be certified for an independent publisher.`,
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting" }
                       //^^^^^^^^^^^^^^ The connection parameter "token" asks for an OAuth sign-in, which may not be certified for an independent publisher.
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" }
    }
  }
}`,
});
