import { nearest } from "../nearest.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-operation-id-exists",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "Every operation that the script asks for is in the API definition.",
  why: `A script tells by \`Context.OperationId\` what it is run for. A text that is no \`operationId\` of the definition never fits: the branch is
dead, and the operation that was meant goes another way, often to an error.`,
  on: "script",
  check({ operationIds }, { definition, report }) {
    if (!definition?.hasPaths) return;
    for (const { value, ignoresCase, offset, length } of operationIds) {
      const same = ignoresCase
        ? definition.operationsIgnoringCase(value)
        : definition.operationsById(value);
      if (same.length > 0 || value === "") continue;
      const meant = nearest(value, [...definition.operationIndex.keys()]);
      const operation = meant === undefined ? undefined : definition.operationsById(meant)[0];
      report({
        at: "",
        offset: { offset, length },
        message: `The script asks for the operation "${value}", which the API definition does not have.`,
        ...(operation !== undefined && {
          related: [
            {
              file: "apiDefinition",
              at: operation.at("operationId"),
              message: "This one may be meant.",
            },
          ],
          fix: {
            title: `Write "${meant}"`,
            isSafe: false,
            edits: [{ replace: { offset, length }, by: meant! }],
          },
        }),
      });
    }
  },
  bad: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        var operation = this.Context.OperationId;
        if (operation == "ListTicket" || "GetTicket".Equals(operation))
                        //^^^^^^^^^^ The script asks for the operation "ListTicket", which the API definition does not have.
        {
            return await this.List();
        }
        switch (operation)
        {
            case "getTicket":
                //^^^^^^^^^ The script asks for the operation "getTicket", which the API definition does not have.
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
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        var operation = this.Context.OperationId;
        if (operation == "ListTickets" || "GetTicket".Equals(operation))
        {
            return await this.List();
        }
        switch (operation)
        {
            case "GetTicket":
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
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        // Context.OperationId == "ListTicket"
        if (string.Equals(this.Context.OperationId, "listtickets", StringComparison.OrdinalIgnoreCase))
        {
            return await this.List(name == "ListTicket");
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
