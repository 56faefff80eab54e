import type { Operation, PathItem } from "../../../connector/apiDefinition.js";
import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";
import { schemas } from "../../structure.js";

const { definitions = {} } = schemas.apiDefinition;
const inPathItem = definitions.pathItem?.properties ?? {};
const inOperation = Object.keys(definitions.operation?.properties ?? {}).filter(
  (key) => key.startsWith("x-ms-") && !Object.hasOwn(inPathItem, key),
);

export default defineRule({
  name: "operation-extension-in-path-item",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "Extensions of an operation stand in the operation.",
  why: `\`x-ms-trigger\`, \`x-ms-visibility\` and other extensions of an operation have no effect beside \`get\` or \`post\`: the
trigger is an action, and what should be hidden is shown. Only \`x-ms-notification-content\` belongs to the path.`,
  on: "pathItem",
  check(pathItem, { report }) {
    for (const key of inOperation) {
      if (!Object.hasOwn(pathItem.value, key)) continue;
      const at = child(pathItem.pointer, key);
      const operation = meantBy(pathItem, key);
      report({
        at,
        part: "key",
        message: `${key} stands beside the operations of ${pathItem.path}, where it has no effect; it belongs in one of them.`,
        fix:
          operation === undefined
            ? undefined
            : {
                title: `Move it into ${operation.label}`,
                isSafe: false,
                byHand: "breaks",
                edits: [{ set: operation.at(key), value: pathItem.value[key] }, { remove: at }],
              },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "x-ms-trigger": "batch",
    //^^^^^^^^^^^^^^ x-ms-trigger stands beside the operations of /tickets/changes, where it has no effect; it belongs in one of them.
      "get": {
        "operationId": "WhenTicketsChange"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    },
    "/hooks": {
      "x-ms-notification-content": {
        "schema": { "type": "object" }
      },
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single"
      }
    }
  }
}`,
});

/** The operation that the extension is for: the only one, or the one that takes a callback address. */
function meantBy({ operations }: PathItem, key: string): Operation | undefined {
  const candidates = operations.filter(({ value }) => !Object.hasOwn(value, key));
  if (operations.length === 1) return candidates[0];
  const webhooks = operations.filter(({ notificationUrls }) => notificationUrls.length > 0);
  return key.startsWith("x-ms-trigger") && webhooks.length === 1
    ? candidates.find((operation) => operation === webhooks[0])
    : undefined;
}
