import { defineRule } from "../../rule.js";

export default defineRule({
  name: "test-connection-simple",
  validatorCodes: [],
  sources: ["testConnection"],
  severity: "warning",
  summary: "A connection is tested by a GET operation and with fixed values only.",
  why: `The operation of \`testConnection\` is called when a connection is made, before there is any flow or app. It must
change nothing at the service, and the only values that can be passed to it are those written into the definition.`,
  on: "dynamicReference",
  check({ kind, target, pointer, parameters }, { report }) {
    if (kind !== "testConnection") return;
    if (target !== undefined && target.method !== "get")
      report({
        at: `${pointer}/operationId`,
        message: `testConnection calls ${target.label}, a ${target.method.toUpperCase()} operation; it should be a GET operation, which changes nothing.`,
        related: [{ at: target.pointer, message: `${target.label} is declared here.` }],
      });
    for (const { name, passes } of parameters) {
      // That key is allowed in no other extension than a tree, which is told by itself.
      if (passes.what === "literal" || passes.key === "selectedItemValuePath") continue;
      report({
        at: passes.pointer,
        message: `testConnection passes "${name}" by ${passes.key}, but there is no input whose value it could take; only fixed values can be passed.`,
      });
    }
  },
  bad: `
{
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "SearchTickets",
                   //^^^^^^^^^^^^^^^ testConnection calls "SearchTickets", a POST operation; it should be a GET operation, which changes nothing.
      "parameters": {
        "queue": {
          "parameter": "queue"
                     //^^^^^^^ testConnection passes "queue" by parameter, but there is no input whose value it could take; only fixed values can be passed.
        }
      }
    }
  },
  "paths": {
    "/tickets/search": {
      "post": {
        "operationId": "SearchTickets"
      }
    }
  }
}`,
  good: `
{
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "ListTickets",
      "parameters": {
        "limit": 1
      }
    }
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
});
