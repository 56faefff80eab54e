import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-connection-parameter-required",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "No connection parameter is newly required.",
  why: `Connections that exist were made without it, and their owners are not asked again: a policy, a script or the service finds nothing there.
Let it be optional, or give it a \`defaultValue\`.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "connectionParameterRequired") return;
    const became =
      change.old === undefined ? "is new and required" : "was optional and is required now";
    const message = `${subjectOf(change)} ${became}, but connections that exist have no value for it.`;
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
      },
      "region": {
    //^^^^^^^^ The connection parameter "region" is new and required, but connections that exist have no value for it.
        "type": "string",
        "uiDefinition": {
          "constraints": {
            "required": "true"
          }
        }
      },
      "site": {
        "type": "string",
        "uiDefinition": {
          "constraints": {
            "required": "true"
                      //^^^^^^ The connection parameter "site" was optional and is required now, but connections that exist have no value for it.
          }
        }
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
      "site": {
        "type": "string",
        "uiDefinition": {
          "constraints": {
            "required": "false"
          }
        }
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
        "type": "string",
        "defaultValue": "eu",
        "uiDefinition": {
          "constraints": {
            "required": "true"
          }
        }
      },
      "site": {
        "type": "string",
        "uiDefinition": {
          "constraints": {
            "required": "false"
          }
        }
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
