import { defineRule } from "../../rule.js";

/** Microsoft does not publish the limit; no published connector has a longer one. */
const limit = 80;

export default defineRule({
  name: "operation-id-max-length",
  validatorCodes: ["OperationIdTooLong"],
  severity: "warning",
  summary: "An operationId has at most 80 characters.",
  why: `The service limits the length of an \`operationId\` and does not publish the number.
The longest among the published connectors has 77 characters, so a longer one may be refused.`,
  on: "operation",
  check(operation, { report }) {
    const { id } = operation;
    if (id !== undefined && id.length > limit)
      report({
        at: operation.at("operationId"),
        message: `The operationId "${id}" has ${id.length} characters; more than ${limit} may be refused.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}/attachments/latest": {
      "get": {
        "operationId": "GetTheMostRecentAttachmentThatAnAgentOrARequesterOfTheServiceDeskHasAddedToATicket"
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The operationId "GetTheMostRecentAttachmentThatAnAgentOrARequesterOfTheServiceDeskHasAddedToATicket" has 82 characters; more than 80 may be refused.
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}/attachments/latest": {
      "get": {
        "operationId": "GetTheMostRecentAttachmentThatAnAgentOrRequesterOfTheServiceDeskHasAddedToATicke"
      }
    }
  }
}`,
});
