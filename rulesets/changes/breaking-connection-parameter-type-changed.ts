import { reportChange, shownValue, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-connection-parameter-type-changed",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "A connection parameter keeps its type.",
  why: `A connection holds the value that its owner entered when it was made. Nothing says what becomes of it when a text turns into a secret, a
secret into a text or either into a number. Where a secret was a plain text so far the change is right; see with a connection that was made
before whether it still works.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "connectionParameterTypeChanged") return;
    const message = `${subjectOf(change)} was of type ${shownValue(change.old)} and is of type ${shownValue(change.new)} now; whether connections that exist keep their value is not certain.`;
    reportChange(change, context, message);
  },
  bad: `
{}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "key": {
        "type": "securestring"
              //^^^^^^^^^^^^^^ The connection parameter "key" was of type "string" and is of type "securestring" now; whether connections that exist keep their value is not certain.
      }
    }
  }
}
//- old/apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "key": {
        "type": "string"
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
        "type": "oauthSetting"
      }
    }
  }
}
//- old/apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oAuthSetting"
      }
    }
  }
}`,
});
