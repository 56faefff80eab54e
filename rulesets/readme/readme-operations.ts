import { comparable } from "../../connector/markdown.js";
import { hasSection } from "../readmeSections.js";
import { defineRule } from "../rule.js";

const mostNamed = 5;

export default defineRule({
  name: "readme-operations",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "The readme mentions every operation that makers see.",
  why: `The template has one heading for each operation. A list that was written once and not kept up hides what is new.`,
  on: "readme",
  check(readme, { definition, report }) {
    // Without a list nothing is missing in it.
    if (definition === undefined || !hasSection(readme, "operations")) return;
    const text = ` ${readme.parts.map((part) => comparable(part.text)).join(" ")} `;
    const compact = text.replaceAll(" ", "");
    const shown = definition.operations.filter(
      ({ isInternal, isDeprecated, summary }) =>
        !isInternal && !isDeprecated && summary !== undefined,
    );
    const missing = shown.filter(({ summary, id }) =>
      [summary, id].every((name) => {
        const words = comparable(name ?? "").replaceAll(" ", "");
        return words === "" || !compact.includes(words);
      }),
    );
    // When few are mentioned it is no list of them, but an overview.
    if (missing.length === 0 || missing.length > shown.length / 4) return;
    const named = missing.slice(0, mostNamed).map(({ summary }) => `"${summary}"`);
    const more = missing.length - named.length;
    report({
      at: "",
      message: `The readme does not mention ${named.join(", ")}${more > 0 ? ` and ${more} more operations` : ""}.`,
      related: missing.slice(0, mostNamed).map((operation) => ({
        file: "apiDefinition",
        at: operation.at("summary"),
        message: "This operation is not mentioned.",
      })),
    });
  },
  bad: `
# Contoso Tickets
//root The readme does not mention "Create a ticket".
## Supported Operations
### List tickets
Lists tickets.
### Import tickets
### Delete tickets
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "summary": "List tickets" },
      "put": { "operationId": "ImportTickets", "summary": "Import tickets" },
      "delete": { "operationId": "DeleteTickets", "summary": "Delete tickets" },
      "post": { "operationId": "CreateTicket", "summary": "Create a ticket" }
    }
  }
}`,
  good: `
# Contoso Tickets
## Supported Operations
1. **List Tickets**: lists tickets.
2. \`CreateTicket\`
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "summary": "List tickets" },
      "post": { "operationId": "CreateTicket", "summary": "Create a ticket" },
      "put": { "operationId": "SyncTickets", "summary": "Synchronize tickets", "x-ms-visibility": "internal" }
    }
  }
}`,
});
