import type { Pointer } from "../../../connector/pointer.js";
import { asArray, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { unfinishedNote } from "../../unfinishedNote.js";

/** A variable of Postman or of a template that nobody has replaced. */
const variable = /\{\{[^{}]*\}\}/;

export default defineRule({
  name: "placeholder-left",
  validatorCodes: [],
  sources: ["repository"],
  severity: "warning",
  summary: "No placeholder is left in texts and values.",
  why: `A definition that was made from a collection of Postman or from a template may still hold variables such as
\`{{baseUrl}}\`, which nothing replaces: they are sent to the service as they are. Notes such as "TBD" are shown to makers.
Defaults in bodies are not looked at, since they may be templates that the service fills in.`,
  on: "definition",
  check(definition, { report }) {
    const tell = (at: Pointer, subject: string, found: string) =>
      report({ at, message: `${subject} still holds the placeholder ${found}.` });

    // Those in the host and in paths are told by the rules about their form.
    const [inBasePath] = variable.exec(asString(definition.value.basePath) ?? "") ?? [];
    if (inBasePath !== undefined) tell("/basePath", "The basePath", inBasePath);
    for (const parameter of definition.parameters) {
      if (parameter.in === "body") continue;
      const values: [Pointer, unknown][] = [
        [parameter.at("default"), parameter.value.default],
        ...asArray(parameter.value.enum).map((value, index): [Pointer, unknown] => [
          parameter.at("enum", index),
          value,
        ]),
      ];
      for (const [at, value] of values) {
        const [found] = variable.exec(asString(value) ?? "") ?? [];
        if (found !== undefined)
          tell(
            at,
            `${at.endsWith("/default") ? "The default" : "A value"} of the ${parameter.label}`,
            found,
          );
      }
    }
    for (const text of definition.makerTexts) {
      const { value, pointer, owner } = text;
      // What is described may itself be called so.
      if (owner.what === "schema" && value.toLowerCase() === owner.node.propertyName?.toLowerCase())
        continue;
      // A description may be about such variables.
      const [found] =
        (text.isName ? variable.exec(value) : null) ?? unfinishedNote.exec(value) ?? [];
      if (found !== undefined && text.isVisible)
        tell(pointer, text.label, variable.test(found) ? found : `"${/\w.*\w/.exec(found)![0]}"`);
    }
  },
  bad: `
{
  "basePath": "/{{version}}",
            //^^^^^^^^^^^^^^ The basePath still holds the placeholder {{version}}.
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets (TODO)",
                 //^^^^^^^^^^^^^^^^^^^^^ The summary of "ListTickets" still holds the placeholder "TODO".
        "description": "Lists tickets, TBD.",
                     //^^^^^^^^^^^^^^^^^^^^^ The description of "ListTickets" still holds the placeholder "TBD".
        "parameters": [
          {
            "name": "Accept",
            "in": "header",
            "type": "string",
            "default": "application/{{type}}"
                     //^^^^^^^^^^^^^^^^^^^^^^ The default of the header parameter "Accept" still holds the placeholder {{type}}.
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "host": "api.contoso.com",
  "paths": {
    "/{version}/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create a TODO",
        "description": "Creates a ticket, for example from a TODO list. {{name}} in its text becomes the name of the requester.",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "text": { "type": "string", "default": "Dear {{name}}" },
                "tbd": { "type": "boolean", "title": "TBD" }
              }
            }
          }
        ]
      }
    }
  }
}`,
});
