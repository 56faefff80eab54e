import { child } from "../../../connector/pointer.js";
import { asObject } from "../../../connector/values.js";
import { userOf } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-headers-unique",
  validatorCodes: ["ResponseHeadersAreNotUnique"],
  severity: "error",
  summary: "No two headers of a response differ in upper and lower case only.",
  why: `Upper and lower case mean nothing in the names of headers, so two such names are one header, described twice.
The service refuses a definition with them.`,
  on: "response",
  check(response, { report }) {
    const firsts = new Map<string, string>();
    for (const name of Object.keys(asObject(response.value.headers))) {
      const key = name.trim().toLowerCase();
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, name);
        continue;
      }
      const owner = response.uses.length === 0 ? "" : ` of ${userOf(response.uses)}`;
      report({
        at: child(response.pointer, "headers", name),
        message: `The headers "${first}" and "${name}" of a response${owner} are the same: case does not count.`,
        related: [
          { at: child(response.pointer, "headers", first), message: "This is the other one." },
        ],
        fix: {
          title: `Remove "${name}"`,
          isSafe: false,
          edits: [{ remove: child(response.pointer, "headers", name) }],
        },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": {
            "description": "Created",
            "headers": {
              "Location": {
                "type": "string"
              },
              "location": {
            //^^^^^^^^^^ The headers "Location" and "location" of a response of "CreateTicket" are the same: case does not count.
                "type": "string"
              }
            }
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": {
            "description": "Created",
            "headers": {
              "Location": {
                "type": "string"
              }
            }
          }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": {
            "description": "Created",
            "headers": {
              "Location": { "type": "string" },
              "ETag": { "type": "string" }
            }
          }
        }
      }
    }
  }
}`,
});
