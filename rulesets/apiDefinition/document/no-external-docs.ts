import { child, type Pointer } from "../../../connector/pointer.js";
import { asArray, asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-external-docs",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "A definition has no externalDocs.",
  why: `The designers show no \`externalDocs\`, so no maker ever sees them, and a reviewer has asked for their removal. Only 8
of 530 accepted connectors have one. What makers should read belongs in the descriptions.`,
  on: "definition",
  check(definition, { report }) {
    const tell = (pointer: Pointer, value: unknown, subject: string) => {
      if (asObject(value).externalDocs === undefined) return;
      const at = child(pointer, "externalDocs");
      report({
        at,
        part: "key",
        message: `${subject} has externalDocs, which no designer shows.`,
        fix: { title: "Remove externalDocs", isSafe: false, edits: [{ remove: at }] },
      });
    };
    tell("", definition.value, "The definition");
    for (const [index, tag] of asArray(definition.value.tags).entries())
      tell(child("/tags", index), tag, `The tag ${JSON.stringify(asObject(tag).name)}`);
    for (const { pointer, value, label } of definition.operations)
      tell(pointer, value, `The operation ${label}`);
    for (const schema of definition.schemas)
      if (schema.kind === "schema" && !schema.isReference)
        tell(schema.pointer, schema.value, `The ${schema.label}`);
  },
  bad: `
{
  "externalDocs": {
//^^^^^^^^^^^^^^ The definition has externalDocs, which no designer shows.
    "url": "https://docs.contoso.com"
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "externalDocs": {
      //^^^^^^^^^^^^^^ The operation "ListTickets" has externalDocs, which no designer shows.
          "url": "https://docs.contoso.com/tickets"
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Page": {
      "type": "object",
      "properties": {
        "externalDocs": { "type": "string" }
      }
    }
  }
}`,
});
