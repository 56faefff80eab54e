import { child, type Pointer } from "../../../connector/pointer.js";
import { asArray, asObject, member } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "array-duplicate-value",
  validatorCodes: ["ArrayDuplicateValue"],
  sources: ["swagger"],
  severity: "error",
  tag: "unnecessary",
  summary:
    "Enums, required properties, tags, media types, schemes and security requirements are each listed once.",
  why: `These lists are sets: a value that stands twice in one says nothing new, and the service refuses the
definition.`,
  on: "definition",
  check(definition, { report }) {
    const check = (owner: Pointer, value: unknown, key: string) => {
      const seen = new Map<string, number>();
      const repeated: { index: number; first: number; text: string }[] = [];
      for (const [index, item] of asArray(member(value, key)).entries()) {
        // Numbers that are not exactly what the file says may be different ones.
        if (typeof item === "number" && !isExact(item)) continue;
        const text = JSON.stringify(item);
        const first = seen.get(text);
        if (first === undefined) seen.set(text, index);
        else repeated.push({ index, first, text });
      }
      const [found] = repeated;
      if (found === undefined) return;
      const at = child(owner, key);
      report({
        at: child(at, found.index),
        message: `The list "${key}" has the value ${found.text} more than once.`,
        related: [{ at: child(at, found.first), message: "Here it stands for the first time." }],
        fix: {
          title: repeated.length === 1 ? "Remove the repetition" : "Remove all repetitions",
          isSafe: true,
          // The last one first, so that the places of the others stay right.
          edits: repeated.toReversed().map(({ index }) => ({ remove: child(at, index) })),
        },
      });
    };
    for (const key of ["schemes", "consumes", "produces"]) check("", definition.value, key);
    for (const { pointer, value } of definition.operations)
      for (const key of ["tags", "schemes", "consumes", "produces"]) check(pointer, value, key);
    const checkSecurity = (owner: Pointer, value: unknown) => {
      check(owner, value, "security");
      for (const [index, requirement] of asArray(member(value, "security")).entries())
        for (const scheme of Object.keys(asObject(requirement)))
          check(child(owner, "security", index), requirement, scheme);
    };
    checkSecurity("", definition.value);
    for (const { pointer, value } of definition.operations) checkSecurity(pointer, value);
    for (const { pointer, value, isReference } of definition.schemas)
      if (!isReference) for (const key of ["enum", "required"]) check(pointer, value, key);
  },
  bad: `
{
  "schemes": ["https", "https"],
                     //^^^^^^^ The list "schemes" has the value "https" more than once.
  "paths": {
    "/tickets": {
      "get": {
        "security": [{ "oauth2": ["read", "read"] }, { "key": [] }, { "key": [] }],
                                        //^^^^^^ The list "oauth2" has the value "read" more than once.
                                                                  //^ The list "security" has the value {"key":[]} more than once.
        "tags": ["Tickets", "Public", "Tickets"],
                                    //^^^^^^^^^ The list "tags" has the value "Tickets" more than once.
        "produces": ["application/json", "text/plain", "application/json"],
                                                     //^^^^^^^^^^^^^^^^^^ The list "produces" has the value "application/json" more than once.
        "parameters": [
          {
            "name": "severity",
            "in": "query",
            "type": "integer",
            "enum": [1, 2, 1, 2, 3]
                         //^ The list "enum" has the value 1 more than once.
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id", "id"],
                       //^^^^ The list "required" has the value "id" more than once.
      "properties": {
        "id": { "type": "string" }
      }
    }
  }
}`,
  fixed: `
{
  "schemes": ["https"],
  "paths": {
    "/tickets": {
      "get": {
        "security": [{ "oauth2": ["read"] }, { "key": [] }],
        "tags": ["Tickets", "Public"],
        "produces": ["application/json", "text/plain"],
        "parameters": [
          {
            "name": "severity",
            "in": "query",
            "type": "integer",
            "enum": [1, 2, 3]
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": { "type": "string" }
      }
    }
  }
}`,
  good: `
{
  "schemes": ["https"],
  "paths": {
    "/tickets": {
      "get": {
        "tags": ["Tickets", "tickets"],
        "parameters": [
          { "name": "severity", "in": "query", "type": "string", "enum": ["1", "2", "high", "High"] },
          { "name": "id", "in": "query", "type": "integer", "enum": [9007199254740993, 9007199254740992] }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id"],
      "default": { "kinds": ["wish", "wish"] },
      "properties": {
        "id": { "type": "string" },
        "enum": { "type": "array", "items": { "type": "string" }, "example": ["a", "a"] }
      }
    }
  }
}`,
});

/** Fractions are written alike when they are alike; only long numbers lose digits. */
function isExact(number: number): boolean {
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER;
}
