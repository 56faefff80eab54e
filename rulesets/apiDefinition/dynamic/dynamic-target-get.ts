import type { Operation } from "../../../connector/apiDefinition.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

const safeMethods = ["get", "head", "options"];

/** These register something at the service, or only stand for what is called later. */
const others = ["x-ms-notification", "x-ms-operation-context"];

export default defineRule({
  name: "dynamic-target-get",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "hint",
  summary: "What a designer calls by itself is a GET operation without a body.",
  why: `A designer calls the operation behind a dropdown, a dynamic schema or a tree whenever a maker opens the form, without
asking and as often as it likes. That must change nothing at the service, which \`GET\` promises. A \`POST\` that only reads
says so with \`"x-ms-safe-operation": true\`.`,
  on: "definition",
  check({ dynamicReferences }, { report }) {
    const seen = new Set<Operation>();
    for (const reference of dynamicReferences) {
      const { target, pointer, kind } = reference;
      if (target === undefined || others.includes(kind) || seen.has(target)) continue;
      if (safeMethods.includes(target.method) || target.value["x-ms-safe-operation"] === true)
        continue;
      // That of testConnection has a rule of its own.
      if (kind === "testConnection") continue;
      seen.add(target);
      report({
        at: target.pointer,
        message: `${target.label}, which ${nameOf(reference)} calls, is a ${target.method.toUpperCase()} operation and may have side effects; a GET operation has none.`,
        related: [{ at: `${pointer}/operationId`, message: "It is called here." }],
        fix: {
          title: `Declare that ${target.label} has no side effects`,
          isSafe: false,
          edits: [{ set: target.at("x-ms-safe-operation"), value: true }],
        },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "SearchQueues",
              "value-path": "id"
            }
          }
        ]
      }
    },
    "/queues": {
      "post": {
    //^^^^^^ "SearchQueues", which x-ms-dynamic-values of "queue" calls, is a POST operation and may have side effects; a GET operation has none.
        "operationId": "SearchQueues"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "SearchQueues",
              "value-path": "id"
            }
          }
        ]
      }
    },
    "/queues": {
      "post": {
        "operationId": "SearchQueues",
        "x-ms-safe-operation": true
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues"
      }
    }
  }
}`,
});
