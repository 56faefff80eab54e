import { isConnectorSettings } from "../../../connector/settings.js";
import { asObject, asString } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "api-annotation-replacement-target",
  validatorCodes: ["OperationIdNotFound"],
  sources: ["versioning"],
  severity: "error",
  summary: "A replacement in the same connector exists.",
  why: `Makers are sent to the operation that the \`replacement\` names. When \`api\` is this connector, one of its
operations must have that \`operationId\`, upper and lower case included, or the service refuses the definition.`,
  on: "operation",
  check(operation, { connector, report }) {
    const { definition } = operation;
    const replacement = asObject(asObject(operation.value["x-ms-api-annotation"]).replacement);
    const operationId = asString(replacement.operationId);
    if (operationId === undefined || operationId.trim() === "") return;
    if (definition.operationsById(operationId).length > 0) return;
    const settings = connector.file("settings")?.json.value;
    const api = asString(replacement.api) ?? "";
    const isHere =
      api.trim() === "" || (isConnectorSettings(settings) && settings.connectorId === api);
    if (!isHere) return;
    const at = operation.at("x-ms-api-annotation", "replacement", "operationId");
    const meant = nearest(
      operationId,
      [...definition.operationIndex.keys()].filter((id) => id !== operation.id),
    );
    report({
      at,
      message: `The replacement of ${operation.label} is "${operationId}", but no operation has that operationId.`,
      fix:
        meant === undefined
          ? undefined
          : {
              title: `Change it to "${meant}"`,
              isSafe: false,
              edits: [{ set: at, value: meant }],
            },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-api-annotation": {
          "replacement": {
            "api": "shared_contosotickets",
            "operationId": "SearchTicket"
                         //^^^^^^^^^^^^^^ The replacement of "ListTickets" is "SearchTicket", but no operation has that operationId.
          }
        }
      }
    },
    "/search": {
      "get": {
        "operationId": "SearchTickets"
      }
    }
  }
}
//- settings.json
{
  "connectorId": "shared_contosotickets",
  "apiDefinition": "apiDefinition.swagger.json"
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-api-annotation": {
          "replacement": {
            "api": "shared_contosotickets",
            "operationId": "SearchTickets"
          }
        }
      }
    },
    "/search": {
      "get": {
        "operationId": "SearchTickets"
      }
    }
  }
}
//- settings.json
{
  "connectorId": "shared_contosotickets",
  "apiDefinition": "apiDefinition.swagger.json"
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-api-annotation": {
          "replacement": {
            "api": "shared_contosotickets",
            "operationId": "SearchTickets"
          }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "deprecated": true,
        "x-ms-api-annotation": {
          "replacement": {
            "api": "shared_contosodesk",
            "operationId": "CreateCase"
          }
        }
      }
    },
    "/search": {
      "get": {
        "operationId": "SearchTickets"
      }
    }
  }
}
//- settings.json
{
  "connectorId": "shared_contosotickets",
  "apiDefinition": "apiDefinition.swagger.json"
}`,
});
