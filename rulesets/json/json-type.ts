import type { ApiDefinition } from "../../connector/apiDefinition.js";
import type { ConnectorFile } from "../../connector/connector.js";
import { child, lastSegment, parent } from "../../connector/pointer.js";
import { valueAt } from "../../connector/reference.js";
import { isSecret } from "../../connector/secrets.js";
import { isObject, type JsonType, strings, typeOf } from "../../connector/values.js";
import { proposeId } from "../operationId.js";
import { defineRule, type Fix, oneOf } from "../rule.js";
import type { JsonSchema, Violation } from "../structure.js";

export default defineRule({
  name: "json-type",
  validatorCodes: ["JsonTypeIncorrect"],
  sources: ["swagger", "repository"],
  severity: "error",
  summary: "Every value has the JSON type that its key asks for.",
  why: `The service reads a connector by fixed types and refuses a file in which one is wrong: \`"true"\` is a string,
\`true\` is a boolean. Often the value is right and only its quotes are not, or it stands one level too deep or too high.`,
  on: "violation",
  check(violation, { definition, file, report }) {
    if (violation.rule !== "json-type" || violation.keyword !== "type") return;
    const { pointer, subject, value, allowed, code } = violation;
    const types = allowed.filter((type) => type !== "null").map((type) => nouns[type]);
    report({
      at: pointer,
      code,
      message: `${subject} must be ${oneOf(types, false)}, but is ${isSecret(file.json, pointer) ? nouns[typeOf(value)] : told(value)}.`,
      fix: fixOf(violation, file, definition),
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets",
    "termsOfService": null,
                    //^^^^ "termsOfService" of "info" must be a string, but is null.
    "version": 1.0
             //^^^ "version" of "info" must be a string, but is the number 1.
  },
  "schemes": "https",
           //^^^^^^^ "schemes" must be an array, but is a string.
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "minimum": "1",
                     //^^^ "minimum" of "page" must be a number, but is the string "1".
            "required": "true"
                      //^^^^^^ "required" of "page" must be a boolean, but is the string "true".
          }
        ]
      },
      "post": {
        "operationId": null
                     //^^^^ "operationId" of "post" must be a string, but is null.
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string",
          "required": true
                    //^^^^ "required" of "id" must be an array, but is the boolean true.
        },
        "note": {
          "type": ["string", "null"]
        //^^^^^^ "type" of "note" must be a string, but is an array.
        }
      }
    }
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Tickets",
    "version": "1.0"
  },
  "schemes": [
    "https"
  ],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "minimum": 1,
            "required": true
          }
        ]
      },
      "post": {
        "operationId": "PostTickets"
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "note": {
          "type": "string",
          "x-nullable": true
        }
      },
      "required": [
        "id"
      ]
    }
  }
}`,
  good: `
{
  "schemes": ["https"],
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["type"],
      "properties": {
        "type": { "type": "string" },
        "size": { "type": "number", "minimum": 1, "default": "2", "example": null }
      },
      "additionalProperties": false
    },
    "Tickets": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Ticket" } }
  }
}`,
});

const nouns: Record<JsonType, string> = {
  object: "an object",
  array: "an array",
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "a boolean",
  null: "null",
};

/** What was found. A string only when it says a number or a boolean: others may be secrets. */
function told(value: unknown): string {
  if (typeof value === "boolean") return `the boolean ${value}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "string" && /^(true|false|-?\d{1,6}(\.\d+)?)$/i.test(value))
    return `the string "${value}"`;
  return nouns[typeOf(value)];
}

type TypeViolation = Extract<Violation, { keyword: "type" }>;

function fixOf(
  violation: TypeViolation,
  file: ConnectorFile,
  definition: ApiDefinition | undefined,
): Fix | undefined {
  const { pointer, value, allowed, schema } = violation;
  const key = lastSegment(pointer);
  const become = (type: JsonType, value: unknown, isSafe = true): Fix => ({
    title: `Make it ${nouns[type]}`,
    isSafe,
    edits: [{ set: pointer, value }],
  });
  if (typeof value === "string") {
    if (allowed.includes("boolean") && /^(true|false)$/i.test(value))
      return become("boolean", value.toLowerCase() === "true");
    for (const type of ["integer", "number"] as const)
      if (allowed.includes(type) && numbers[type].test(value)) return become(type, Number(value));
    if (allowed.includes("array") && schema.items?.type === "string" && /^[^\s,;]+$/.test(value))
      return become("array", [value]);
  }
  if (typeof value === "number" || typeof value === "boolean") {
    const node = file.json.node(pointer);
    // As it was written: 1.0 is another version than 1.
    if (allowed.includes("string") && node !== undefined && !isChosen(key, schema))
      return become("string", file.text.slice(node.offset, node.offset + node.length));
  }
  if (allowed.includes("object") && schema.required?.join() === "value" && !isObject(value))
    return Array.isArray(value) ? undefined : become("object", { value });
  if (value === null && pointer !== "") {
    if (file.kind === "apiDefinition" && key === "operationId")
      return nameOperation(pointer, definition);
    return file.kind === "apiDefinition" && !mayBeMissing.has(key)
      ? undefined
      : { title: "Remove it", isSafe: false, edits: [{ remove: pointer }] };
  }
  return file.kind === "apiDefinition"
    ? (moveRequired(violation, file.json.value) ?? nameNull(violation))
    : undefined;
}

/** Keys of a definition that no rule misses. */
const mayBeMissing = new Set([
  "additionalProperties",
  "allowEmptyValue",
  "deprecated",
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "externalDocs",
  "format",
  "headers",
  "license",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "pattern",
  "readOnly",
  "tags",
  "termsOfService",
  "uniqueItems",
  "x-ms-visibility",
]);

/** Whether a text is one of few or has a form, so that a number in quotes is as wrong as before. */
function isChosen(key: string, { enum: allowed }: JsonSchema): boolean {
  return allowed !== undefined || formed.has(key);
}

const formed = new Set([
  "$ref",
  "authorizationUrl",
  "basePath",
  "email",
  "format",
  "host",
  "termsOfService",
  "tokenUrl",
  "url",
  "x-ms-visibility",
]);

/** An operation needs an id, so that one that is null is not removed but made of method and path. */
function nameOperation(pointer: string, definition: ApiDefinition | undefined): Fix | undefined {
  const operation = definition?.operations.find((each) => each.pointer === parent(pointer));
  if (operation === undefined) return undefined;
  const id = proposeId(operation.method, operation.path);
  if (operation.definition.operationsIgnoringCase(id).length > 0) return undefined;
  return { title: `Set it to "${id}"`, isSafe: false, edits: [{ set: pointer, value: id }] };
}

const numbers = { integer: /^-?\d{1,15}$/, number: /^-?\d{1,15}(\.\d+)?$/ };

/** A boolean `required` of a property, as parameters have it, belongs in the list of its object. */
function moveRequired({ pointer, value }: TypeViolation, root: unknown): Fix | undefined {
  const property = parent(pointer);
  const properties = parent(property);
  if (typeof value !== "boolean" || lastSegment(pointer) !== "required") return undefined;
  if (lastSegment(properties) !== "properties") return undefined;
  const owner = parent(properties);
  const name = lastSegment(property);
  const list = valueAt(root, child(owner, "required"));
  if (list !== undefined && !Array.isArray(list)) return undefined;
  const addition =
    list === undefined
      ? { set: child(owner, "required"), value: [name] }
      : { set: child(owner, "required", "-"), value: name };
  const isAdded = value && !strings(list).includes(name);
  return {
    title: value ? `Require "${name}" in the object instead` : "Remove it",
    isSafe: true,
    edits: [{ remove: pointer }, ...(isAdded ? [addition] : [])],
  };
}

/** A type of `["string", "null"]`, as later versions of JSON Schema have it. */
function nameNull({ pointer, value }: TypeViolation): Fix | undefined {
  if (lastSegment(pointer) !== "type" || !Array.isArray(value)) return undefined;
  const [type, ...others] = value.filter((each) => each !== "null");
  if (typeof type !== "string" || others.length > 0) return undefined;
  const isNullable = value.includes("null");
  return {
    title: `Make it "${type}"`,
    isSafe: false,
    edits: [
      { set: pointer, value: type },
      ...(isNullable ? [{ set: child(parent(pointer), "x-nullable"), value: true }] : []),
    ],
  };
}
