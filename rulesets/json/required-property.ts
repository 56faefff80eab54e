import type { ApiDefinition } from "../../connector/apiDefinition.js";
import type { ConnectorFile } from "../../connector/connector.js";
import { child, lastSegment, parent } from "../../connector/pointer.js";
import { valueAt } from "../../connector/reference.js";
import {
  asArray,
  asObject,
  type JsonObject,
  type JsonType,
  member,
  strings,
  typeOf,
} from "../../connector/values.js";
import { reasonPhraseOf } from "../reasonPhrases.js";
import { defineRule } from "../rule.js";
import type { Violation } from "../structure.js";
import { movingTo } from "../unknownKey.js";

export default defineRule({
  name: "required-property",
  validatorCodes: [
    "RequiredPropertyMissing",
    "BodyParameterSchemaRequired",
    "SecuritySchemePropertyRequired",
    "MissingEnumValuesDisplayName",
  ],
  sources: ["swagger", "repository"],
  severity: "error",
  summary: "Every object has the keys that it cannot do without.",
  why: `The service needs these keys to make sense of the object: the \`type\` of a parameter, the \`description\` of a response,
the \`tokenUrl\` of an OAuth definition, the settings of a policy template. It refuses a file in which one is missing.`,
  on: "violation",
  check(violation, { definition, file, report }) {
    if (violation.rule !== "required-property" || violation.keyword !== "required") return;
    const { pointer, subject, key, within, code } = violation;
    if (isEntered(violation, file)) return;
    if (within.length > 0) {
      report({
        at: pointer,
        code,
        message: `${subject} has no "${key}", in which ${within.map((each) => `"${each}"`).join(", ")} ${within.length === 1 ? "has its" : "have their"} place.`,
        fix: {
          title: `Put them into "${key}"`,
          isSafe: true,
          edits: within.flatMap((each) =>
            movingTo(child(pointer, key, each), child(pointer, each), file),
          ),
        },
      });
      return;
    }
    const proposed = proposal(violation, definition);
    report({
      at: pointer,
      code,
      message: `${subject} has no "${key}".`,
      fix: proposed && {
        title: `Add "${key}"`,
        isSafe: proposed.isSafe === true,
        edits: Object.entries(proposed.members).map(([name, value]) => ({
          set: child(pointer, name),
          value,
        })),
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
          },
          {
        //^ The parameter "size" has no "type".
            "name": "size",
            "in": "query",
            "enum": [10, 50],
            "default": 10
          },
          {
        //^ The parameter "states" has no "type".
            "name": "states",
            "in": "query",
            "items": { "type": "string" }
          }
        ],
        "responses": {
          "201": {},
        //^^^^^ The response "201" of "AddNote" has no "description".
          "404": { "$ref": "#/responses/Missing" }
        },
        "security": [{ "oauth2": ["notes.write"] }]
      }
    }
  },
  "responses": {
    "Missing": {}
  //^^^^^^^^^ The response "Missing" has no "description".
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
          },
          {
            "name": "size",
            "in": "query",
            "enum": [10, 50],
            "default": 10,
            "type": "integer"
          },
          {
            "name": "states",
            "in": "query",
            "items": { "type": "string" },
            "type": "array"
          }
        ],
        "responses": {
          "201": {
            "description": "Created"
          },
          "404": { "$ref": "#/responses/Missing" }
        },
        "security": [{ "oauth2": ["notes.write"] }]
      }
    }
  },
  "responses": {
    "Missing": {
      "description": "Not Found"
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
      "scopes": {
        "notes.write": ""
      }
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

/** Members that say what is missing. */
interface Proposal {
  members: JsonObject;
  isSafe?: boolean;
}

/** What a missing key most likely holds. */
function proposal(
  { pointer, value, title, key }: Missing,
  definition: ApiDefinition | undefined,
): Proposal | undefined {
  switch (key) {
    case "scopes": {
      const scopes = requiredScopes(lastSegment(pointer), definition);
      // What a scope that is asked for allows, the author has to say.
      return { members: { scopes }, isSafe: Object.keys(scopes).length === 0 };
    }
    case "version":
      return { members: { version: "1.0" } };
    case "schema":
      return { members: { schema: { type: "object" } } };
    case "type":
      if (title === "policy") return { members: { type: "PollingTrigger" }, isSafe: true };
      return title === "parameter" || title === "header"
        ? typeOfValues(asObject(value))
        : undefined;
    case "description": {
      const phrase = phraseOf(pointer, definition);
      return phrase === undefined ? undefined : { members: { description: phrase } };
    }
    case "displayName": {
      const text = String(member(value, "value") ?? "");
      if (text === "") return undefined;
      return { members: { displayName: text.charAt(0).toUpperCase() + text.slice(1) } };
    }
    default:
      return undefined;
  }
}

/** The scopes of a scheme that the root and the operations ask for, each without a description. */
function requiredScopes(scheme: string, definition: ApiDefinition | undefined): JsonObject {
  const names = (definition?.securityRequirements ?? []).flatMap(({ name, value }) =>
    name === scheme ? strings(value) : [],
  );
  return Object.fromEntries(names.map((name) => [name, ""]));
}

/** What HTTP calls the code of a response, or the only code of one that operations share. */
function phraseOf(pointer: string, definition: ApiDefinition | undefined): string | undefined {
  const name = lastSegment(pointer);
  if (parent(pointer) !== "/responses") return reasonPhraseOf(name);
  const uses = definition?.sharedResponses.get(name)?.uses ?? [];
  const [code, ...others] = new Set(uses.map((use) => use.code));
  return code === undefined || others.length > 0 ? undefined : reasonPhraseOf(code);
}

/** The type that the other keywords of a parameter or header ask for; none when they contradict one another. */
function typeOfValues(value: JsonObject): Proposal | undefined {
  const types = new Set(
    [...asArray(value.enum), ...("default" in value ? [value.default] : [])].map(typeOf),
  );
  for (const limit of ["minimum", "maximum", "multipleOf"])
    if (limit in value) types.add(typeOf(value[limit]));
  if (strings([value.pattern]).length > 0 || "minLength" in value || "maxLength" in value)
    types.add("string");
  if ("items" in value || "collectionFormat" in value) types.add("array");
  if (typeof value.format === "string") types.add(typeOfFormat(value.format));
  // A number may be whole, and so may every limit of one.
  if (types.has("number")) types.delete("integer");
  const [type = "string", ...others] = types;
  if (others.length > 0 || type === "object" || type === "null") return undefined;
  // Its items are not told: in a URL they are texts.
  if (type === "array" && !("items" in value))
    return { members: { type, items: { type: "string" } } };
  return { members: { type } };
}

function typeOfFormat(format: string): JsonType {
  if (/^u?int/i.test(format)) return "integer";
  return /^(?:float|double|decimal|number)$/i.test(format) ? "number" : "string";
}
