import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-variable-no-space",
  validatorCodes: [],
  sources: ["swagger"],
  severity: "hint",
  summary: "The names of the variables of a path contain no spaces.",
  why: `A variable in a path has the name of a parameter, and tools that read definitions expect a plain name there.
What makers read is the \`x-ms-summary\` of the parameter, where spaces are right.`,
  on: "pathItem",
  check({ path, pointer, templateNames }, { report }) {
    const names = [...new Set(templateNames)].filter((name) => /\S\s|\s\S/.test(name));
    if (names.length === 0) return;
    const list = names.map((name) => `{${name}}`).join(", ");
    report({
      at: pointer,
      part: "key",
      message:
        names.length === 1
          ? `In the path "${path}", the name of the variable ${list} contains a space.`
          : `In the path "${path}", the names of the variables ${list} contain spaces.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{ticket id}": {
  //^^^^^^^^^^^^^^^^^^^^^^ In the path "/tickets/{ticket id}", the name of the variable {ticket id} contains a space.
      "get": {
        "operationId": "GetTicket"
      }
    },
    "/queues/{queue id}/people/{person id}": {
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ In the path "/queues/{queue id}/people/{person id}", the names of the variables {queue id}, {person id} contain spaces.
      "get": {
        "operationId": "GetPerson"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{ticketId}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "name": "ticketId", "in": "path", "required": true, "type": "string", "x-ms-summary": "Ticket ID" }
        ]
      }
    },
    "/my tickets": {
      "get": { "operationId": "ListMyTickets" }
    }
  }
}`,
});
