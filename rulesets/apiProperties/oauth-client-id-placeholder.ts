import { child } from "../../connector/pointer.js";
import { asObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

const placeholder = "[[DUMMY]]";

export default defineRule({
  name: "oauth-client-id-placeholder",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The clientId of an OAuth connection is a placeholder.",
  why: `What is submitted for certification lies in a public repository, so it holds no client ids that are in
use. Reviewers ask for a placeholder such as \`${placeholder}\` in their place; the real one is given apart
from the files.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    const { clientId } = asObject(value.oAuthSettings);
    if (typeof clientId !== "string" || !looksReal(clientId)) return;
    const at = child(pointer, "oAuthSettings", "clientId");
    report({
      at,
      // The value is not shown: messages end up in logs.
      message: `The clientId of the connection parameter "${name}" looks like a real one; a placeholder belongs here.`,
      fix: {
        title: `Write "${placeholder}"`,
        isSafe: false,
        edits: [{ set: at, value: placeholder }],
      },
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "aad",
          "clientId": "6f2a7cda-d35a-40ac-b913-d3ec4066c42a"
                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The clientId of the connection parameter "token" looks like a real one; a placeholder belongs here.
        }
      },
      "partner": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "clientId": "3MVG9lKcPoNINVB8kX2ZqWp7t"
                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^ The clientId of the connection parameter "partner" looks like a real one; a placeholder belongs here.
        }
      }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "aad",
          "clientId": "[[DUMMY]]"
        }
      },
      "partner": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "clientId": "[[DUMMY]]"
        }
      }
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "a": { "oAuthSettings": { "clientId": "[[DUMMY]]" } },
      "b": { "oAuthSettings": { "clientId": "" } },
      "c": { "oAuthSettings": { "clientId": "00000000-0000-0000-0000-000000000000" } },
      "d": { "oAuthSettings": { "clientId": "YOUR_CLIENT_ID_GOES_HERE_2024" } },
      "e": { "oAuthSettings": { "clientId": "<Enter the client id of your app>" } },
      "f": { "oAuthSettings": {} }
    }
  }
}`,
});

/** Whether a client id is a GUID, or a long token with letters and digits mixed; words are neither. */
function looksReal(clientId: string): boolean {
  const id = clientId.trim();
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id))
    // One of a few digits only, such as all zeros, was made up.
    return new Set(id.replaceAll("-", "").toLowerCase()).size > 4;
  return /^[\w.-]{24,}$/.test(id) && (id.match(/[a-z][0-9]|[0-9][a-z]/gi)?.length ?? 0) >= 4;
}
