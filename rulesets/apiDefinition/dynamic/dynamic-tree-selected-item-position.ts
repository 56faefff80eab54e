import { child } from "../../../connector/pointer.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-tree-selected-item-position",
  validatorCodes: ["SelectedItemValuePathNotAllowedInThisPosition"],
  sources: ["extensions"],
  severity: "error",
  summary: "selectedItemValuePath is used only by the browse call of a dynamic tree.",
  why: `\`selectedItemValuePath\` passes a property of the item that the maker opens. Only the \`browse\` call of
\`x-ms-dynamic-tree\` has such an item: \`open\` and the other extensions start from nothing. The service refuses it
anywhere else.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, step, pointer, value, parameters } = reference;
    if (Object.hasOwn(value, "selectedItemValuePath"))
      report({
        at: child(pointer, "selectedItemValuePath"),
        part: "key",
        message: `${nameOf(reference)} has selectedItemValuePath itself, but only a parameter of the browse call of x-ms-dynamic-tree can have it.`,
      });
    if (kind === "x-ms-dynamic-tree" && step === "browse") return;
    // The older file picker has a name of its own for the same thing.
    for (const { name, passes } of parameters)
      if (passes.what === "selectedItem" && passes.key === "selectedItemValuePath")
        report({
          at: passes.pointer,
          part: "key",
          message: `${nameOf(reference)} passes "${name}" by selectedItemValuePath, which only the browse call of x-ms-dynamic-tree can.`,
        });
  },
  bad: `
{
  "paths": {
    "/documents": {
      "post": {
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": {
              "operationId": "ListFolders",
              "parameters": {
                "id": {
                  "selectedItemValuePath": "id"
                //^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-list of "folder" passes "id" by selectedItemValuePath, which only the browse call of x-ms-dynamic-tree can.
                }
              },
              "itemValuePath": "id"
            },
            "x-ms-dynamic-tree": {
              "open": {
                "operationId": "ListFolders",
                "itemValuePath": "id",
                "parameters": {
                  "id": {
                    "selectedItemValuePath": "id"
                  //^^^^^^^^^^^^^^^^^^^^^^^ The open call of x-ms-dynamic-tree of "folder" passes "id" by selectedItemValuePath, which only the browse call of x-ms-dynamic-tree can.
                  }
                }
              },
              "browse": {
                "operationId": "ListFolders",
                "itemValuePath": "id",
                "selectedItemValuePath": "id"
              //^^^^^^^^^^^^^^^^^^^^^^^ The browse call of x-ms-dynamic-tree of "folder" has selectedItemValuePath itself, but only a parameter of the browse call of x-ms-dynamic-tree can have it.
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
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-tree": {
              "open": {
                "operationId": "ListRootFolders",
                "itemValuePath": "id"
              },
              "browse": {
                "operationId": "ListFolders",
                "itemValuePath": "id",
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
});
