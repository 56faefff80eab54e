import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-connection-parameter-removed",
  validatorCodes: ["ConnectionParametersRemoved"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No connection parameter is gone.",
  why: `Connections that exist were made with it. Policies, scripts and the address of the service may need it, and nobody is asked for it again.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "connectionParameterRemoved") return;
    const message = `${subjectOf(change)} is gone, although connections were made with it.`;
    reportChange(change, context, message);
  },
  bad: `
{}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
  //^^^^^^^^^^^^^^^^^^^^^^ The connection parameter "region" is gone, although connections were made with it.
      "key": {
        "type": "securestring"
      }
    }
  }
}
//- old/apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "key": {
        "type": "securestring"
      },
      "region": {
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
      "key": {
        "type": "securestring"
      },
      "region": {
        "type": "string"
      }
    }
  }
}
//- old/apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "key": {
        "type": "securestring"
      }
    }
  }
}`,
});
