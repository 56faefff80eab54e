import type { ConnectorFile } from "../../connector/connector.js";
import { child, lastSegment, parent } from "../../connector/pointer.js";
import { valueAt } from "../../connector/reference.js";
import { asObject, member } from "../../connector/values.js";
import { reasonPhrases } from "../reasonPhrases.js";
import { defineRule } from "../rule.js";
import type { Violation } from "../structure.js";

export default defineRule({
  name: "required-property",
  validatorCodes: [
    "RequiredPropertyMissing",
    "BodyParameterSchemaRequired",
    "SecuritySchemePropertyRequired",
    "MissingEnumValuesDisplayName",
  ],
  severity: "error",
  summary: "Every object has the keys that it cannot do without.",
  why: `The service needs these keys to make sense of the object: the \`type\` of a parameter, the \`description\` of a response,
the \`tokenUrl\` of an OAuth definition, the settings of a policy template. It refuses a file in which one is missing.`,
  on: "violation",
  check(violation, { file, report }) {
    if (violation.rule !== "required-property" || violation.keyword !== "required") return;
    const { pointer, subject, key, code } = violation;
    if (isEntered(violation, file)) return;
    const value = proposal(violation);
    report({
      at: pointer,
      code,
      message: `${subject} has no "${key}".`,
      fix: value && {
        title: `Add "${key}"`,
        isSafe: value.isSafe,
        edits: [{ set: child(pointer, key), value: value.proposed }],
      },
    });
  },
  bad: `
{
  "swagger": "2.0",
  "info": {
//^^^^^^ "info" has no "version".
    "title": "Contoso Tickets"
  },
  "host": "api.contoso.com",
  "paths": {
    "/tickets/{id}": {
      "post": {
        "operationId": "AddNote",
        "parameters": [
          {
        //^ The parameter "id" has no "type".
            "name": "id",
            "in": "path",
            "required": true
          },
          {
        //^ The body parameter "body" has no "schema".
            "name": "body",
            "in": "body"
          }
        ],
        "responses": {
          "201": {}
        //^^^^^ The response "201" of "AddNote" has no "description".
        }
      }
    }
  },
  "definitions": {
    "State": {
      "type": "string",
      "enum": ["open"],
      "x-ms-enum-values": [
        {
      //^ Item 1 of "x-ms-enum-values" has no "displayName".
          "value": "open"
        }
      ]
    }
  },
  "securityDefinitions": {
    "oauth2": {
  //^^^^^^^^ The security definition "oauth2" has no "scopes".
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token"
    }
  }
}`,
  fixed: `
{
  "swagger": "2.0",
  "info": {
    "title": "Contoso Tickets",
    "version": "1.0"
  },
  "host": "api.contoso.com",
  "paths": {
    "/tickets/{id}": {
      "post": {
        "operationId": "AddNote",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object"
            }
          }
        ],
        "responses": {
          "201": {
            "description": "Created"
          }
        }
      }
    }
  },
  "definitions": {
    "State": {
      "type": "string",
      "enum": ["open"],
      "x-ms-enum-values": [
        {
          "value": "open",
          "displayName": "Open"
        }
      ]
    }
  },
  "securityDefinitions": {
    "oauth2": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
      "scopes": {}
    }
  }
}`,
  good: `
{
  "swagger": "2.0",
  "info": { "title": "Contoso Tickets", "version": "1.0" },
  "host": "api.contoso.com",
  "schemes": ["https"],
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          { "$ref": "#/parameters/Page" },
          { "name": "size", "in": "query", "schema": { "type": "integer" } }
        ],
        "responses": { "200": { "$ref": "#/responses/Tickets" } }
      }
    }
  },
  "securityDefinitions": { "basic": { "type": "basic" } }
}
//- apiProperties.json
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "customParameters": {
            "AuthorizationUrl": { "value": "https://login.contoso.com/authorize" },
            "TokenUrl": { "value": "https://login.contoso.com/token" },
            "RefreshUrl": { "value": "https://login.contoso.com/token" }
          }
        }
      }
    },
    "policyTemplateInstances": [
      { "templateId": "contosotemplate", "title": "Not known here", "parameters": {} }
    ]
  }
}`,
});

type Missing = Extract<Violation, { keyword: "required" }>;

/** A parameter of OAuth may be left to the user, who then enters it as the connection parameter `token:name`. */
function isEntered({ pointer, key }: Missing, file: ConnectorFile): boolean {
  if (lastSegment(pointer) !== "customParameters") return false;
  const owner = parent(parent(pointer));
  const name = `${lastSegment(owner)}:${key}`.toLowerCase();
  const parameters = Object.keys(asObject(valueAt(file.json.value, parent(owner))));
  return parameters.some((each) => each.toLowerCase() === name);
}

/** What a missing key most likely holds. */
function proposal({
  pointer,
  value,
  title,
  key,
}: Missing): { proposed: unknown; isSafe: boolean } | undefined {
  switch (key) {
    case "scopes":
      return { proposed: {}, isSafe: true };
    case "version":
      return { proposed: "1.0", isSafe: false };
    case "schema":
      return { proposed: { type: "object" }, isSafe: false };
    case "type":
      if (title === "policy") return { proposed: "PollingTrigger", isSafe: true };
      return title === "parameter" || title === "header"
        ? { proposed: "string", isSafe: false }
        : undefined;
    case "description": {
      const phrase = reasonPhrases[lastSegment(pointer)];
      return phrase === undefined ? undefined : { proposed: phrase, isSafe: false };
    }
    case "displayName": {
      const text = String(member(value, "value") ?? "");
      if (text === "") return undefined;
      return { proposed: text.charAt(0).toUpperCase() + text.slice(1), isSafe: false };
    }
    default:
      return undefined;
  }
}
