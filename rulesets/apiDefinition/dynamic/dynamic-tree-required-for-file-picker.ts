import { child } from "../../../connector/pointer.js";
import { asObject, asString, isObject, type JsonObject } from "../../../connector/values.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-tree-required-for-file-picker",
  validatorCodes: ["DynamicTreeExtensionMissing"],
  sources: ["extensions"],
  severity: "warning",
  summary: "An input with a file picker also has a dynamic tree.",
  why: `\`x-ms-dynamic-values\` with the capability \`file-picker\` is the older way to let makers choose a file or folder.
The designers of today read \`x-ms-dynamic-tree\`, which must stand beside it.`,
  on: "dynamicReference",
  check(reference, { definition, report }) {
    const { kind, owner, value, pointer } = reference;
    if (kind !== "x-ms-dynamic-values" || value.capability !== "file-picker") return;
    if (owner === undefined || "x-ms-dynamic-tree" in owner.value) return;
    const capabilities = asObject(definition?.value["x-ms-capabilities"]);
    const tree = treeOf(asObject(capabilities["file-picker"]), value);
    report({
      at: pointer,
      message: `${nameOf(reference)} is a file picker, but there is no x-ms-dynamic-tree beside it.`,
      fix:
        tree === undefined
          ? undefined
          : {
              title: "Add an x-ms-dynamic-tree with the calls of the file picker",
              isSafe: false,
              edits: [{ set: child(owner.pointer, "x-ms-dynamic-tree"), value: tree }],
            },
    });
  },
  bad: `
{
  "x-ms-capabilities": {
    "file-picker": {
      "open": {
        "operationId": "ListRootFolders",
        "x-ms-visibility": "internal"
      },
      "browse": {
        "operationId": "ListFolders",
        "parameters": {
          "id": {
            "value-property": "id"
          }
        }
      },
      "value-title": "name",
      "value-path": "id",
      "value-collection": "value",
      "value-folder-property": "isFolder"
    }
  },
  "paths": {
    "/folders": {
      "get": {
        "operationId": "ListFolders",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "id", "in": "query", "type": "string" }
        ]
      }
    },
    "/folders/root": {
      "get": {
        "operationId": "ListRootFolders",
        "x-ms-visibility": "internal"
      }
    },
    "/documents": {
      "post": {
        "operationId": "CreateDocument",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
          //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "folder" is a file picker, but there is no x-ms-dynamic-tree beside it.
              "capability": "file-picker",
              "parameters": {
                "isFolder": true
              },
              "value-path": "id"
            }
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "x-ms-capabilities": {
    "file-picker": {
      "open": {
        "operationId": "ListRootFolders",
        "x-ms-visibility": "internal"
      },
      "browse": {
        "operationId": "ListFolders",
        "parameters": {
          "id": {
            "value-property": "id"
          }
        }
      },
      "value-title": "name",
      "value-path": "id",
      "value-collection": "value",
      "value-folder-property": "isFolder"
    }
  },
  "paths": {
    "/folders": {
      "get": {
        "operationId": "ListFolders",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "id", "in": "query", "type": "string" }
        ]
      }
    },
    "/folders/root": {
      "get": {
        "operationId": "ListRootFolders",
        "x-ms-visibility": "internal"
      }
    },
    "/documents": {
      "post": {
        "operationId": "CreateDocument",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "capability": "file-picker",
              "parameters": {
                "isFolder": true
              },
              "value-path": "id"
            },
            "x-ms-dynamic-tree": {
              "settings": {
                "canSelectParentNodes": true,
                "canSelectLeafNodes": true
              },
              "open": {
                "operationId": "ListRootFolders",
                "itemsPath": "value",
                "itemValuePath": "id",
                "itemTitlePath": "name",
                "itemIsParent": "(isFolder eq true)",
                "parameters": {}
              },
              "browse": {
                "operationId": "ListFolders",
                "itemsPath": "value",
                "itemValuePath": "id",
                "itemTitlePath": "name",
                "itemIsParent": "(isFolder eq true)",
                "parameters": {
                  "id": {
                    "selectedItemValuePath": "id"
                  }
                }
              }
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/documents": {
      "post": {
        "operationId": "CreateDocument",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "capability": "file-picker",
              "value-path": "id"
            },
            "x-ms-dynamic-tree": {
              "open": {
                "operationId": "ListRootFolders",
                "itemValuePath": "id"
              }
            }
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            }
          }
        ]
      }
    }
  }
}`,
});

/** The tree that makes the calls of the file picker; what to choose is for the author to say. */
function treeOf(picker: JsonObject, values: JsonObject): JsonObject | undefined {
  const path = (key: string) => (typeof picker[key] === "string" ? picker[key] : undefined);
  // Where the value lies is often said beside the input only.
  const itemValuePath = path("value-path") ?? asString(values["value-path"]);
  const folder = path("value-folder-property");
  const calls = ["open", "browse"].map((step) => {
    const call = asObject(picker[step]);
    const parameters = Object.entries(asObject(call.parameters)).map(([name, passed]) => [
      name,
      isObject(passed) && "value-property" in passed
        ? { selectedItemValuePath: passed["value-property"] }
        : isObject(passed) && "parameter" in passed
          ? { parameterReference: passed.parameter }
          : isObject(passed)
            ? passed
            : { value: passed },
    ]);
    return {
      operationId: call.operationId,
      ...(path("value-collection") !== undefined && { itemsPath: path("value-collection") }),
      itemValuePath,
      itemTitlePath: path("value-title") ?? itemValuePath,
      ...(folder !== undefined && { itemIsParent: `(${folder} eq true)` }),
      parameters: Object.fromEntries(parameters),
    };
  });
  const [open, browse] = calls;
  if (
    itemValuePath === undefined ||
    !calls.every(({ operationId }) => typeof operationId === "string")
  )
    return undefined;
  return { settings: { canSelectParentNodes: true, canSelectLeafNodes: true }, open, browse };
}
