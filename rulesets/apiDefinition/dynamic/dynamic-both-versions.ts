import { isSound, nameOf, olderFormOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

const olderForms = {
  "x-ms-dynamic-list": "x-ms-dynamic-values",
  "x-ms-dynamic-properties": "x-ms-dynamic-schema",
} as const;

export default defineRule({
  name: "dynamic-both-versions",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "info",
  summary: "The newer form of a dynamic extension stands beside the older one.",
  why: `Older designers and apps know \`x-ms-dynamic-values\` and \`x-ms-dynamic-schema\` only. Where \`x-ms-dynamic-list\` or
\`x-ms-dynamic-properties\` stands alone they show a plain text field or no fields at all.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, owner, pointer, operationId } = reference;
    const older = olderForms[kind as keyof typeof olderForms];
    if (older === undefined || owner === undefined || operationId === undefined) return;
    // A dropdown is for what is sent; a schema may also be of what comes back.
    const isInForce = owner.isInput || (owner.isOutput && kind === "x-ms-dynamic-properties");
    if (older in owner.value || !isInForce) return;
    // The older form would repeat what is wrong with the newer one.
    const canCopy = !("enum" in owner.value) && isSound(reference);
    const value = canCopy ? olderFormOf(reference) : undefined;
    report({
      at: pointer,
      message: `${nameOf(reference)} stands alone: there is no ${older} beside it for older designers.`,
      fix:
        value === undefined
          ? undefined
          : {
              title: `Add ${older}`,
              isSafe: true,
              edits: [{ set: owner.at(older), value }],
            },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "ticket",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-list": {
                //^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-list of "member" stands alone: there is no x-ms-dynamic-values beside it for older designers.
                    "operationId": "ListMembers",
                    "itemsPath": "value",
                    "itemValuePath": "id",
                    "itemTitlePath": "name",
                    "parameters": {
                      "team": {
                        "parameterReference": "ticket/team"
                      },
                      "limit": {
                        "value": 100
                      }
                    }
                  }
                }
              }
            }
          }
        ]
      }
    },
    "/members": {
      "get": {
        "operationId": "ListMembers",
        "parameters": [
          { "name": "team", "in": "query", "type": "string" },
          { "name": "limit", "in": "query", "type": "integer" }
        ]
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
        "parameters": [
          {
            "name": "ticket",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemsPath": "value",
                    "itemValuePath": "id",
                    "itemTitlePath": "name",
                    "parameters": {
                      "team": {
                        "parameterReference": "ticket/team"
                      },
                      "limit": {
                        "value": 100
                      }
                    }
                  },
                  "x-ms-dynamic-values": {
                    "operationId": "ListMembers",
                    "value-collection": "value",
                    "value-path": "id",
                    "value-title": "name",
                    "parameters": {
                      "team": {
                        "parameter": "team"
                      },
                      "limit": 100
                    }
                  }
                }
              }
            }
          }
        ]
      }
    },
    "/members": {
      "get": {
        "operationId": "ListMembers",
        "parameters": [
          { "name": "team", "in": "query", "type": "string" },
          { "name": "limit", "in": "query", "type": "integer" }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {}
            }
          }
        ]
      }
    }
  }
}`,
});
