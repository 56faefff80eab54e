import type { Operation } from "../../../connector/apiDefinition.js";
import { isConnectorSettings } from "../../../connector/settings.js";
import { asObject, asString, hasValue, isObject } from "../../../connector/values.js";
import { activeOf } from "../../revision.js";
import { defineRule, type RuleContext } from "../../rule.js";

const codes = {
  api: "ApiAnnotationExtensionReplacementInfoMissingApiProperty",
  operationId: "ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty",
} as const;

export default defineRule({
  name: "api-annotation-replacement-complete",
  validatorCodes: [codes.api, codes.operationId],
  sources: ["versioning"],
  severity: "error",
  summary: "A replacement says both the connector and the operation to use.",
  why: `The \`replacement\` of a deprecated operation may be in another connector, so it names the connector with
\`api\` and the operation with \`operationId\`. The service refuses it when one of them is missing.`,
  on: "operation",
  check(operation, context) {
    const { replacement } = asObject(operation.value["x-ms-api-annotation"]);
    if (!isObject(replacement)) return;
    const at = operation.at("x-ms-api-annotation", "replacement");
    for (const key of ["api", "operationId"] as const) {
      if (hasValue(replacement, key)) continue;
      const isEmpty = key in replacement;
      const value = key === "api" ? idOfConnector(context) : newestOfFamily(operation);
      context.report({
        at: isEmpty ? `${at}/${key}` : at,
        code: codes[key],
        message: `The replacement of ${operation.label} ${isEmpty ? `has an empty ${key}` : `has no ${key}`}.`,
        fix:
          value === undefined
            ? undefined
            : {
                title: `Say "${value}" as ${key}`,
                isSafe: false,
                edits: [{ set: `${at}/${key}`, value }],
              },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1,
          "replacement": {
        //^^^^^^^^^^^^^ The replacement of "ListTickets" has no operationId.
            "api": "shared_contosotickets"
          }
        }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 2
        }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "deprecated": true,
        "x-ms-api-annotation": {
          "replacement": {
            "api": "",
                 //^^ The replacement of "ListPeople" has an empty api.
            "operationId": "SearchPeople"
          }
        }
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
          "family": "ListTickets",
          "revision": 1,
          "replacement": {
            "api": "shared_contosotickets",
            "operationId": "ListTickets_V2"
          }
        }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 2
        }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "deprecated": true,
        "x-ms-api-annotation": {
          "replacement": {
            "api": "shared_contosotickets",
            "operationId": "SearchPeople"
          }
        }
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
            "operationId": "ListTickets_V2"
          }
        }
      }
    }
  }
}`,
});

/** The id of this connector, as far as its settings say it. */
function idOfConnector({ connector }: RuleContext): string | undefined {
  const settings = connector.file("settings")?.json.value;
  const id = isConnectorSettings(settings) ? asString(settings.connectorId) : undefined;
  return id?.trim() === "" ? undefined : id;
}

/** The id of the newest operation of the family, when it is a later revision. */
function newestOfFamily({ annotation, definition }: Operation): string | undefined {
  const [newest] = activeOf(definition.families.get(annotation.family ?? "") ?? []);
  const isLater = (newest?.annotation.revision ?? 0) > (annotation.revision ?? 0);
  return isLater ? newest?.id : undefined;
}
