import { operationList } from "../readmeOperations.js";
import { insertBlocks, operationBlock } from "../readmeText.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-operations-match",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "The section about the operations mentions each of them.",
  why: `Users look into the readme to see what the connector can do. When it names nearly all operations, they take the list for complete
and do not look for one that was added later or has got another name. Operations that are internal or deprecated need not be
there, and a readme that describes them by groups, without their names, is left alone. An operation counts as mentioned by its summary
or its operationId, in any way of writing.`,
  on: "readme",
  check(readme, { definition, report }) {
    const list = definition && operationList(readme, definition);
    if (list === undefined || list.missing.length === 0) return;
    const { heading, end, missing, shown, level } = list;
    // Else it describes them in a way of its own.
    if (level === undefined && missing.length * 4 > shown.length) return;
    const names = missing.slice(0, 3).map(({ summary }) => `"${summary!.trim()}"`);
    if (missing.length > names.length) names.push(`${missing.length - names.length} more`);
    report({
      at: "",
      offset: heading.words,
      message: `The readme mentions ${shown.length - missing.length} of ${shown.length} operations; ${
        names.length === 1
          ? `${names[0]} is`
          : `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are`
      } missing.`,
      fix:
        level === undefined || level > 6
          ? undefined
          : {
              title: missing.length === 1 ? `Insert ${names[0]}` : "Insert the missing operations",
              isSafe: false,
              edits: [
                insertBlocks(
                  readme,
                  end,
                  missing.map((operation) => operationBlock(operation, level)),
                ),
              ],
            },
    });
  },
  bad: `
# Contoso Tickets
Creates and reads tickets.

## Supported Operations
 //^^^^^^^^^^^^^^^^^^^^ The readme mentions 2 of 3 operations; "Get ticket" is missing.

### List tickets
Returns all tickets.

### Get ticket history
Returns what happened to a ticket.

## Known Issues and Limitations
At most 100 tickets are read at once.
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "summary": "List tickets" }
    },
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket", "summary": "Get ticket", "description": "Returns one ticket." }
    },
    "/tickets/{id}/history": {
      "get": { "operationId": "GetHistory", "summary": "Get ticket history" }
    }
  }
}`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.

## Supported Operations

### List tickets
Returns all tickets.

### Get ticket history
Returns what happened to a ticket.

### Get ticket
Returns one ticket.

## Known Issues and Limitations
At most 100 tickets are read at once.
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "summary": "List tickets" }
    },
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket", "summary": "Get ticket", "description": "Returns one ticket." }
    },
    "/tickets/{id}/history": {
      "get": { "operationId": "GetHistory", "summary": "Get ticket history" }
    }
  }
}`,
  good: `
# Contoso Tickets
Creates and reads tickets.

## Actions & Triggers

1. **GET A TICKET:** returns one ticket
2. \`ListTickets\`

| When          | What           |
| ------------- | -------------- |
| Ticket closed | Starts a flow. |
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "summary": "List all tickets" },
      "delete": { "operationId": "DeleteTickets", "summary": "Delete all tickets", "deprecated": true },
      "post": { "operationId": "Subscribe", "summary": "Subscribe", "x-ms-visibility": "internal" }
    },
    "/tickets/{id}": { "get": { "operationId": "TicketsGet", "summary": "Get ticket" } },
    "/closed": { "get": { "operationId": "OnClosed", "summary": "Ticket closed" } }
  }
}`,
});
