import { operationKey } from "../readmeOperations.js";
import { headingKey, shownOperations } from "../readmeSections.js";
import { defineRule } from "../rule.js";

/** As many names of operations make a list. */
const few = 3;

export default defineRule({
  name: "intro-no-operation-list",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "info" },
  summary: "The intro does not list the operations.",
  why: `Microsoft's documentation writes the actions and triggers of a certified connector itself, from the definition, below the
intro. A list in \`intro.md\` says the same a second time, and is out of date with the next version.`,
  on: "intro",
  check({ headings, blocks }, { definition, report }) {
    const heading = headings.find(({ text }) =>
      /^(?:(?:supported|available|list of|the) )*(?:operations|actions|triggers)(?: and (?:actions|triggers))?$/.test(
        headingKey(text),
      ),
    );
    if (heading !== undefined) {
      report({
        at: "",
        offset: heading.words,
        message: `The intro has a section "${heading.text}", but the documentation lists the operations itself. Remove it.`,
      });
      return;
    }
    if (definition === undefined) return;
    const names = new Set(shownOperations(definition).map(({ summary }) => operationKey(summary!)));
    const listed = [
      ...headings.map(({ text, words }) => ({ text, place: words })),
      ...blocks
        .filter(({ kind }) => kind === "item")
        .map(({ text, offset, length }) => ({ text, place: { offset, length } })),
    ].filter(({ text }) => names.has(operationKey(text.split(/[:\n]| [–-] /)[0]!)));
    const [first] = listed;
    if (first === undefined || listed.length < few) return;
    report({
      at: "",
      offset: first.place,
      message: `The intro lists ${listed.length} operations, but the documentation lists them itself. Remove the list.`,
    });
  },
  bad: `
//- intro.md
Creates and reads tickets.

## Supported operations
 //^^^^^^^^^^^^^^^^^^^^ The intro has a section "Supported operations", but the documentation lists the operations itself. Remove it.
- List tickets`,
  good: `
//- intro.md
Creates and reads tickets.

## Get started with your connector
1. List tickets: they are shown by date.
2. Get ticket: choose one of them.
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": { "get": { "operationId": "ListTickets", "summary": "List tickets" } },
    "/tickets/{id}": { "get": { "operationId": "GetTicket", "summary": "Get ticket" } }
  }
}`,
});
