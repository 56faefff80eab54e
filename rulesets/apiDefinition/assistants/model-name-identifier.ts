import { defineRule } from "../../rule.js";
import { pascalCase } from "../../words.js";

export default defineRule({
  name: "model-name-identifier",
  validatorCodes: [],
  sources: ["repository"],
  severity: "info",
  summary: "The name that a language model sees is a plain identifier.",
  why: `A language model calls a plug-in and its operations by \`x-ms-name-for-model\`. Names of functions consist of letters,
digits and underscores; with spaces or punctuation the model may write another name than the one that is known.
Microsoft publishes no rule for it; that of function names is taken.`,
  on: "definition",
  check(definition, { report }) {
    const check = (at: string, name: unknown, of: string) => {
      if (typeof name !== "string" || name.trim() === "") return;
      if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return;
      const meant = pascalCase(name);
      report({
        at,
        message: `The x-ms-name-for-model "${name}" of ${of} is not a plain name of letters and digits.`,
        fix: /^[A-Za-z][A-Za-z0-9]*$/.test(meant)
          ? {
              title: `Replace by "${meant}"`,
              isSafe: false,
              edits: [{ set: at, value: meant }],
            }
          : undefined,
      });
    };
    check("/info/x-ms-name-for-model", definition.info["x-ms-name-for-model"], "the connector");
    for (const operation of definition.operations)
      check(
        operation.at("x-ms-name-for-model"),
        operation.value["x-ms-name-for-model"],
        operation.label,
      );
  },
  bad: `
{
  "info": {
    "x-ms-name-for-model": "Contoso tickets"
                         //^^^^^^^^^^^^^^^^^ The x-ms-name-for-model "Contoso tickets" of the connector is not a plain name of letters and digits.
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-name-for-model": "list-tickets"
                             //^^^^^^^^^^^^^^ The x-ms-name-for-model "list-tickets" of "ListTickets" is not a plain name of letters and digits.
      }
    }
  }
}`,
  fixed: `
{
  "info": {
    "x-ms-name-for-model": "ContosoTickets"
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-name-for-model": "ListTickets"
      }
    }
  }
}`,
  good: `
{
  "info": {
    "x-ms-name-for-model": "ContosoTickets"
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-name-for-model": "list_tickets"
      }
    }
  }
}`,
});
