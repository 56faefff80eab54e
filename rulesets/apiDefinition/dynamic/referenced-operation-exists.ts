import { nameOf } from "../../dynamicCall.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "referenced-operation-exists",
  validatorCodes: ["OperationIdNotFound"],
  sources: ["extensions", "testConnection"],
  severity: "error",
  summary: "Every operation that an extension calls exists.",
  why: `Dropdowns, dynamic schemas, \`testConnection\` and the file picker name the operation they call
by its \`operationId\`, upper and lower case included. When no operation has that id the service refuses the
definition; in a designer the dropdown would stay empty.`,
  on: "dynamicReference",
  check(reference, { definition, report }) {
    const { operationId, pointer } = reference;
    if (operationId === undefined || !definition?.hasPaths) return;
    if (definition.operationsById(operationId).length > 0) return;
    const meant = nearest(operationId, definition.operationIndex.keys());
    report({
      at: `${pointer}/operationId`,
      message: `${nameOf(reference)} calls "${operationId}", but no operation has that operationId.`,
      related: meant === undefined ? [] : related(meant),
      fix:
        meant === undefined
          ? undefined
          : {
              title: `Call "${meant}"`,
              isSafe: false,
              edits: [{ set: `${pointer}/operationId`, value: meant }],
            },
    });

    function related(id: string) {
      const [operation] = definition!.operationsById(id);
      return [{ at: operation!.at("operationId"), message: `"${id}" is declared here.` }];
    }
  },
  bad: `
{
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "GetCurrentUser"
                   //^^^^^^^^^^^^^^^^ testConnection calls "GetCurrentUser", but no operation has that operationId.
    }
  },
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
              "operationId": "listQueues",
                           //^^^^^^^^^^^^ x-ms-dynamic-values of "queue" calls "listQueues", but no operation has that operationId.
              "value-path": "id"
            },
            "x-ms-dynamic-tree": {
              "browse": {
                "operationId": "ListQuues",
                             //^^^^^^^^^^^ The browse call of x-ms-dynamic-tree of "queue" calls "ListQuues", but no operation has that operationId.
                "itemValuePath": "id"
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues"
      }
    },
    "/me": {
      "get": {
        "operationId": "GetCurrentUsers"
      }
    }
  }
}`,
  fixed: `
{
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "GetCurrentUsers"
    }
  },
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
            "x-ms-dynamic-tree": {
              "browse": {
                "operationId": "ListQueues",
                "itemValuePath": "id"
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues"
      }
    },
    "/me": {
      "get": {
        "operationId": "GetCurrentUsers"
      }
    }
  }
}`,
  good: `
{
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "ListQueues"
    }
  },
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
            }
          },
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "capability": "file-picker",
              "value-path": "id"
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues"
      }
    }
  }
}`,
});
