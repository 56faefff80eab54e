import { strings } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-operations-complete",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "`scriptOperations` lists every operation that the script asks for.",
  why: `When there is a list, the script is run for the operations in it alone. A branch for another one is never reached, and its requests go
to the API as they are.`,
  on: "properties",
  check({ properties }, { connector, definition, report }) {
    const listed = strings(properties.scriptOperations);
    // Without a list, and with an empty one, it is run for all of them.
    if (listed.length === 0 || connector.script === undefined) return;
    const known = new Set(listed.map((id) => id.toLowerCase()));
    for (const { value, offset, length } of connector.script.operationIds) {
      const [operation] = definition?.operationsIgnoringCase(value) ?? [];
      if (operation?.id === undefined || known.has(operation.id.toLowerCase())) continue;
      known.add(operation.id.toLowerCase());
      report({
        at: "/properties/scriptOperations",
        message: `The script asks for the operation "${operation.id}", but is not run for it, since it is not listed here.`,
        related: [
          {
            file: "script",
            at: "",
            offset: { offset, length },
            message: "The script asks for it here.",
          },
        ],
        fix: {
          title: `List "${operation.id}"`,
          isSafe: false,
          edits: [{ set: "/properties/scriptOperations/-", value: operation.id }],
        },
      });
    }
  },
  bad: `
{
  "properties": {
    "scriptOperations": ["ListTickets"]
  //^^^^^^^^^^^^^^^^^^ The script asks for the operation "GetTicket", but is not run for it, since it is not listed here.
  }
}
//- script.csx
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        if (this.Context.OperationId == "GetTicket" || this.Context.OperationId == "ListTickets")
        {
            return await this.Get();
        }
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
//- script.csx
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        if (this.Context.OperationId == "GetTicket" || this.Context.OperationId == "ListTickets")
        {
            return await this.Get();
        }
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
    "scriptOperations": []
  }
}
//- script.csx
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        if (this.Context.OperationId == "GetTicket")
        {
            return await this.Get();
        }
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
});
