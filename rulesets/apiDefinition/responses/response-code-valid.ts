import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-code-valid",
  validatorCodes: ["ResponseMustBeDefaultOrHttpStatusCode"],
  sources: ["swagger"],
  severity: "error",
  summary: "Responses stand under an HTTP status code or under default.",
  why: `The key of a response is one status code of three digits, from 100 to 599, or \`default\`.
The service refuses every other key, also ranges such as \`2XX\`, which OpenAPI 3 has.`,
  on: "violation",
  check(violation, { report }) {
    if (violation.rule !== "response-code-valid" || violation.keyword !== "additionalProperties")
      return;
    const { pointer, subject, value, key } = violation;
    const code = meantBy(key);
    const isFree = isObject(value) && code !== undefined && !Object.hasOwn(value, code);
    report({
      at: child(pointer, key),
      part: "key",
      message: `${subject} has the key "${key}", which is neither an HTTP status code nor "default".`,
      fix: isFree
        ? {
            title: `Rename it to "${code}"`,
            isSafe: code === key.trim().toLowerCase(),
            edits: [{ renameKey: child(pointer, key), to: code }],
          }
        : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "2O1": { "description": "Created" },
        //^^^^^ "responses" of "CreateTicket" has the key "2O1", which is neither an HTTP status code nor "default".
          "4XX": { "description": "Refused" },
        //^^^^^ "responses" of "CreateTicket" has the key "4XX", which is neither an HTTP status code nor "default".
          "Default": { "description": "Failed" }
        //^^^^^^^^^ "responses" of "CreateTicket" has the key "Default", which is neither an HTTP status code nor "default".
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": { "description": "Created" },
          "400": { "description": "Refused" },
          "default": { "description": "Failed" }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": { "description": "Created" },
          "599": { "description": "Failed" },
          "default": { "description": "Failed" },
          "x-note": "None of them is documented"
        }
      }
    }
  },
  "responses": {
    "NotFound": { "description": "Not found" }
  }
}`,
});

/** The code that a misspelt one stands for: letters for digits, a range, upper case. */
function meantBy(key: string): string | undefined {
  const code = key
    .trim()
    .toLowerCase()
    .replace(/^([1-5])xx$/, "$100")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");
  if (/^[1-5]\d\d$/.test(code)) return code;
  return key.trim().toLowerCase() === "default" ? "default" : undefined;
}
