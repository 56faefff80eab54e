import { operationList } from "../readmeOperations.js";
import { renameHeading } from "../readmeText.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-operation-exists",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "Each heading among the operations of the readme is the name of one.",
  why: `Users look for an operation by the name that the readme gives it, and find nothing when the designer shows another one,
or when the operation was taken out. It is looked at where half of the operations or more have a heading with their summary or
operationId; headings around them, such as "Contacts", may say what they like.`,
  on: "readme",
  check(readme, { definition, report }) {
    const list = definition && operationList(readme, definition);
    for (const [heading, operation] of list?.strangers ?? []) {
      const { text, words } = heading;
      const summary = operation?.summary?.trim();
      report({
        at: "",
        offset: words,
        message: `The readme has an operation "${text}", but none is called so.${summary === undefined ? "" : ` Is "${summary}" meant?`}`,
        fix: summary === undefined ? undefined : renameHeading(readme, heading, summary),
      });
    }
  },
  bad: `
# Contoso Tickets
Creates and reads tickets.

## Supported Operations
### List tickets
### Read ticket
  //^^^^^^^^^^^ The readme has an operation "Read ticket", but none is called so. Is "Get ticket" meant?
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": { "get": { "operationId": "ListTickets", "summary": "List tickets" } },
    "/tickets/{id}": { "get": { "operationId": "GetTicket", "summary": "Get ticket" } }
  }
}`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.

## Supported Operations
### List tickets
### Get ticket
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": { "get": { "operationId": "ListTickets", "summary": "List tickets" } },
    "/tickets/{id}": { "get": { "operationId": "GetTicket", "summary": "Get ticket" } }
  }
}`,
  good: `
# Contoso Tickets
Creates and reads tickets.

## Supported Operations
### Reading
#### 1. List the tickets
#### Parameters
#### GetTicket
#### Parameters
#### Get ticket (deprecated)

## Frequently Asked Questions
#### Is it free?
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": { "get": { "operationId": "ListTickets", "summary": "List tickets" } },
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket", "summary": "Get a ticket by its number" },
      "put": { "operationId": "GetOld", "summary": "Get ticket (deprecated)", "deprecated": true }
    }
  }
}`,
});
