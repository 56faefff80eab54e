import { defineRule, oneOf } from "../rule.js";

export default defineRule({
  name: "flag-as-string",
  validatorCodes: [],
  sources: ["repository"],
  severity: {
    certified: "warning",
    "independent-publisher": "warning",
    custom: "info",
  },
  summary: "Flags that the platform keeps as strings are strings.",
  why: `\`required\` and \`hidden\` of a connection parameter are \`"true"\` or \`"false"\`, and \`IsFirstParty\` is \`"True"\` or \`"False"\`,
in quotes, while \`clearText\` is a JSON boolean. Reviewers of certified connectors ask for the strings.`,
  on: "violation",
  check(violation, { report }) {
    if (violation.rule !== "flag-as-string") return;
    const { pointer, subject, value, schema } = violation;
    if (typeof value !== "boolean" && typeof value !== "string") return;
    const allowed = schema.enum ?? [];
    const meant = allowed.find((each) => String(each).toLowerCase() === `${value}`.toLowerCase());
    const told = typeof value === "string" ? JSON.stringify(value) : `the boolean ${value}`;
    report({
      at: pointer,
      message: `${subject} must be the string ${oneOf(allowed)}, but is ${told}.`,
      fix:
        meant === undefined
          ? undefined
          : {
              title: `Make it the string "${meant}"`,
              isSafe: true,
              edits: [{ set: pointer, value: meant }],
            },
    });
  },
  bad: `
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "api_key": {
        "type": "securestring",
        "uiDefinition": {
          "constraints": {
            "clearText": false,
            "hidden": "False",
                    //^^^^^^^ "hidden" of "api_key" must be the string "true" or "false", but is "False".
            "required": true
                      //^^^^ "required" of "api_key" must be the string "true" or "false", but is the boolean true.
          }
        }
      },
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "properties": {
            "IsFirstParty": false
                          //^^^^^ "IsFirstParty" of "token" must be the string "True" or "False", but is the boolean false.
          }
        }
      }
    }
  }
}`,
  fixed: `
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "api_key": {
        "type": "securestring",
        "uiDefinition": {
          "constraints": {
            "clearText": false,
            "hidden": "false",
            "required": "true"
          }
        }
      },
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "properties": {
            "IsFirstParty": "False"
          }
        }
      }
    }
  }
}`,
  good: `
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "api_key": {
        "type": "securestring",
        "uiDefinition": { "constraints": { "clearText": false, "hidden": "false", "required": "true" } }
      },
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": { "properties": { "IsFirstParty": "False", "IsOnbehalfofLoginSupported": true } }
      }
    }
  }
}`,
});
