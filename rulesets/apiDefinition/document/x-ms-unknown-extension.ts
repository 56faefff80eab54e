import type { ApiDefinition } from "../../../connector/apiDefinition.js";
import { child, type Pointer } from "../../../connector/pointer.js";
import type { JsonObject } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";
import { isKnownExtension, schemas } from "../../structure.js";

export default defineRule({
  name: "x-ms-unknown-extension",
  validatorCodes: [],
  sources: ["extensions", "repository"],
  severity: "warning",
  summary: "Names of Microsoft's extensions are spelt as the platform knows them.",
  why: `Every key that begins with \`x-\` is allowed, so nobody refuses a misspelt extension: it has no effect, and a parameter
that should be hidden is shown, or one that should have a name shows its key.`,
  on: "definition",
  check(definition, { report }) {
    for (const [pointer, [value, kind]] of extensible(definition))
      for (const key of Object.keys(value)) {
        if (!key.startsWith("x-") || isKnownExtension(key)) continue;
        const meant = meantBy(key, Object.keys(keysOf[kind] ?? {}));
        if (meant === undefined) continue;
        const isFree = !Object.hasOwn(value, meant);
        report({
          at: child(pointer, key),
          part: "key",
          message: `The extension "${key}" is not known and has no effect. Is "${meant}" meant?`,
          fix: isFree
            ? {
                title: `Rename it to "${meant}"`,
                isSafe: false,
                edits: [{ renameKey: child(pointer, key), to: meant }],
              }
            : undefined,
        });
      }
  },
  bad: `
{
  "x-ms-connector-metdata": [],
//^^^^^^^^^^^^^^^^^^^^^^^^ The extension "x-ms-connector-metdata" is not known and has no effect. Is "x-ms-connector-metadata" meant?
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-visbility": "important",
      //^^^^^^^^^^^^^^^^ The extension "x-ms-visbility" is not known and has no effect. Is "x-ms-visibility" meant?
        "x-deprecated": true,
      //^^^^^^^^^^^^^^ The extension "x-deprecated" is not known and has no effect. Is "deprecated" meant?
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "x-ms-summary title": "State",
          //^^^^^^^^^^^^^^^^^^^^ The extension "x-ms-summary title" is not known and has no effect. Is "x-ms-summary" meant?
            "x-enum-values": []
          //^^^^^^^^^^^^^^^ The extension "x-enum-values" is not known and has no effect. Is "x-ms-enum-values" meant?
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string",
          "x-ms-Summary": "ID"
        //^^^^^^^^^^^^^^ The extension "x-ms-Summary" is not known and has no effect. Is "x-ms-summary" meant?
        }
      }
    }
  }
}`,
  fixed: `
{
  "x-ms-connector-metadata": [],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-visibility": "important",
        "deprecated": true,
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "x-ms-summary": "State",
            "x-ms-enum-values": []
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string",
          "x-ms-summary": "ID"
        }
      }
    }
  }
}`,
  good: `
{
  "x-contoso-summary": "Not an extension of Microsoft",
  "paths": {
    "/tickets": {
      "x-summary": "Paths have none",
      "get": {
        "operationId": "ListTickets",
        "x-ms-visibility": "important",
        "x-ms-contoso-owner": "Not near to any",
        "x-abstract": true
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "old": { "type": "string", "x-deprecated": true },
        "x-ms-visbility": { "type": "string", "example": { "x-ms-sumary": "A value" } }
      }
    }
  }
}`,
});

/** The keys that each kind of object may have. */
const { definitions = {}, properties } = schemas.apiDefinition;
const keysOf = {
  root: properties,
  info: definitions.info?.properties,
  pathItem: definitions.pathItem?.properties,
  operation: definitions.operation?.properties,
  body: definitions.bodyParameter?.properties,
  parameter: definitions.otherParameter?.properties,
  header: definitions.header?.properties,
  schema: definitions.ownSchema?.properties,
};
type Kind = keyof typeof keysOf;

/** The objects of a definition that may have extensions, each once. */
function extensible(definition: ApiDefinition): ReadonlyMap<Pointer, [JsonObject, Kind]> {
  const parts = new Map<Pointer, [JsonObject, Kind]>([
    ["", [definition.value, "root"]],
    ["/info", [definition.info, "info"]],
  ]);
  const add = (kind: Kind, { pointer, value }: { pointer: Pointer; value: JsonObject }) =>
    parts.set(pointer, [value, kind]);
  for (const pathItem of definition.pathItems) add("pathItem", pathItem);
  for (const operation of definition.operations) add("operation", operation);
  for (const parameter of definition.parameters)
    add(parameter.in === "body" ? "body" : "parameter", parameter);
  for (const schema of definition.schemas) add(schema.kind, schema);
  return parts;
}

/** The known key that an unknown extension stands for: at most two letters are wrong. */
function meantBy(key: string, known: readonly string[]): string | undefined {
  if (/^x-(is-)?deprecated$/.test(key)) return known.find((name) => name === "deprecated");
  const name = key.replace(/^x-ms\s*-\s*/i, "x-ms-").replace(/ title$/, "");
  const prefixed = name.replace(/^x-(?!ms-)/, "x-ms-");
  if (known.includes(prefixed)) return prefixed;
  const extensions = known.filter((each) => each.startsWith("x-ms-"));
  return /^x-ms/i.test(name) ? nearest(name, extensions, 2) : undefined;
}
