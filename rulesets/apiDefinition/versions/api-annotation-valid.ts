import { asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "api-annotation-valid",
  validatorCodes: [],
  sources: ["versioning"],
  severity: "warning",
  summary: "The version of an operation has a name, a number from 1 and a day that exists.",
  why: `\`x-ms-api-annotation\` puts an operation into a \`family\` as one of its revisions, which count from 1;
\`expires\` is the day after which it may be gone. With other values the designers cannot tell which operation is the newest.`,
  on: "operation",
  check(operation, { report }) {
    const { family, revision, expires } = asObject(operation.value["x-ms-api-annotation"]);
    const tell = (key: string, message: string) =>
      report({ at: operation.at("x-ms-api-annotation", key), message });
    const { label } = operation;
    if (typeof family === "string" && family.trim() === "")
      tell("family", `The family of ${label} is empty.`);
    if (typeof revision === "number" && Number.isInteger(revision) && revision < 1)
      tell("revision", `The revision of ${label} is ${revision}, but revisions count from 1.`);
    if (typeof expires === "string" && Number.isNaN(Date.parse(expires)))
      tell(
        "expires",
        `The day on which ${label} expires is "${expires}", which is no date such as 2026-12-31.`,
      );
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-api-annotation": {
          "family": "",
                  //^^ The family of "ListTickets" is empty.
          "revision": 0,
                    //^ The revision of "ListTickets" is 0, but revisions count from 1.
          "expires": "next year"
                   //^^^^^^^^^^^ The day on which "ListTickets" expires is "next year", which is no date such as 2026-12-31.
        }
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
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 1, "expires": "2026-12-31" }
      },
      "post": {
        "operationId": "CreateTicket",
        "x-ms-api-annotation": { "status": "Preview" }
      }
    }
  }
}`,
});
