import type { Change } from "../../connector/change.js";
import { reportChange, shownValue, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

function becameOf(change: Change): string {
  const [old, now] = [change.old, change.new].map(shownValue);
  return change.path.endsWith("/type")
    ? `${subjectOf(change)} was of type ${old} and is of type ${now}`
    : `${subjectOf(change)} had the identity provider ${old} and has ${now}`;
}

export default defineRule({
  name: "breaking-authentication-removed",
  validatorCodes: ["AuthenticationMethodRemoved"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "Every way to sign in stays.",
  why: `Connections that were made in one way do not turn into another: their owners would have to make them anew, one by one. Microsoft never
allows it; add a set of connection parameters beside the old ones instead.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "authenticationRemoved") return;
    const message =
      change.new === undefined
        ? `${subjectOf(change)} is gone, so that the connections that were made with it stop working.`
        : `${becameOf(change)} now, so that existing connections stop working.`;
    reportChange(change, context, message);
  },
  bad: `
{}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting"
              //^^^^^^^^^^^^^^ The connection parameter "token" was of type "securestring" and is of type "oauthSetting" now, so that existing connections stop working.
      }
    }
  }
}
//- old/apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "securestring"
      }
    }
  }
}`,
  good: `
{}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "securestring"
      }
    }
  }
}
//- old/apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "securestring"
      }
    }
  }
}`,
});
