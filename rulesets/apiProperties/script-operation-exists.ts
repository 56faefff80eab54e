import { fixName } from "../namedOperation.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-operation-exists",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "Every operation in scriptOperations is in the API definition.",
  why: `The script runs for the operations that \`scriptOperations\` lists by their \`operationId\`. The service takes
a name that no operation has, but then the script never runs for the operation that was meant.`,
  on: "namedOperation",
  check(named, { definition, file, report }) {
    const { by, name, pointer } = named;
    if (by !== "scriptOperations" || !definition?.hasPaths) return;
    if (definition.operationsById(name).length > 0) return;
    report({
      at: pointer,
      message: `The scriptOperations name the operation "${name}", which the API definition does not have.`,
      fix: fixName(named, definition, file),
    });
  },
  bad: `
{
  "properties": {
    "scriptOperations": ["ListTicket", "Getticket"]
                       //^^^^^^^^^^^^ The scriptOperations name the operation "ListTicket", which the API definition does not have.
                                     //^^^^^^^^^^^ The scriptOperations name the operation "Getticket", which the API definition does not have.
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    },
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket" }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "scriptOperations": ["ListTickets", "GetTicket"]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    },
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket" }
    }
  }
}`,
  good: `
{
  "properties": {
    "scriptOperations": ["ListTickets"]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    }
  }
}`,
});
