import { child, type Pointer } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule, type Fix } from "../../rule.js";

const ofConnector = ["testConnection", "file-picker"];
const ofOperation = ["chunkTransfer"];

export default defineRule({
  name: "capability-known",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "The keys of x-ms-capabilities are spelt and placed as the platform reads them.",
  why: `The platform looks for \`testConnection\` and \`file-picker\` at the root of the definition and for \`chunkTransfer\` in
an operation. A misspelt key, or one at the other place, is not refused; it has no effect.`,
  on: "definition",
  check(definition, { report }) {
    const check = (pointer: Pointer, value: unknown, known: readonly string[], place: string) => {
      if (!isObject(value)) return;
      const elsewhere = known === ofConnector ? ofOperation : ofConnector;
      for (const key of Object.keys(value)) {
        if (known.includes(key)) continue;
        // Microsoft's own connectors have more keys; only what is near one of ours is a slip.
        const meant = meantBy(key, known);
        if (meant === undefined && !elsewhere.includes(key)) continue;
        const at = child(pointer, "x-ms-capabilities", key);
        const fix: Fix | undefined =
          meant === undefined || Object.hasOwn(value, meant)
            ? undefined
            : {
                title: `Rename it to "${meant}"`,
                isSafe: meant.toLowerCase() === key.toLowerCase(),
                edits: [{ renameKey: at, to: meant }],
              };
        report({
          at,
          part: "key",
          message:
            meant === undefined
              ? `"${key}" is no capability of ${place}, but of ${known === ofConnector ? "an operation" : "the connector"}, and has no effect here.`
              : `"${key}" is no capability of ${place} and has no effect. Is "${meant}" meant?`,
          fix,
        });
      }
    };
    check("", definition.value["x-ms-capabilities"], ofConnector, "the connector");
    for (const operation of definition.operations)
      check(
        operation.pointer,
        operation.value["x-ms-capabilities"],
        ofOperation,
        `the operation ${operation.label}`,
      );
  },
  bad: `
{
  "x-ms-capabilities": {
    "TestConnection": {
  //^^^^^^^^^^^^^^^^ "TestConnection" is no capability of the connector and has no effect. Is "testConnection" meant?
      "operationId": "GetCurrentUser"
    }
  },
  "paths": {
    "/documents": {
      "post": {
        "operationId": "UploadDocument",
        "x-ms-capabilities": {
          "chunk-transfer": true
        //^^^^^^^^^^^^^^^^ "chunk-transfer" is no capability of the operation "UploadDocument" and has no effect. Is "chunkTransfer" meant?
        }
      }
    }
  }
}`,
  fixed: `
{
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "GetCurrentUser"
    }
  },
  "paths": {
    "/documents": {
      "post": {
        "operationId": "UploadDocument",
        "x-ms-capabilities": {
          "chunkTransfer": true
        }
      }
    }
  }
}`,
  good: `
{
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "GetCurrentUser"
    },
    "file-picker": {
      "open": { "operationId": "ListRootFolders" }
    }
  },
  "paths": {
    "/documents": {
      "post": {
        "operationId": "UploadDocument",
        "x-ms-capabilities": {
          "chunkTransfer": true
        }
      }
    }
  }
}`,
});

/** The key that a name stands for, however its words are joined. */
function meantBy(key: string, known: readonly string[]): string | undefined {
  const plain = (name: string) => name.replace(/[-_ ]/g, "").toLowerCase();
  return known.find((name) => plain(name) === plain(key)) ?? nearest(key, known, 2);
}
