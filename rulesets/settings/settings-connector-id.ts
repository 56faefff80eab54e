import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "settings-connector-id",
  validatorCodes: [],
  sources: ["command"],
  severity: "info",
  summary: "The connector is told by its id.",
  why: `The id of a connector begins with \`shared_\` and says its name and its publisher in a written-out form. An update sends it to the service,
which knows no titles. \`paconn list\` shows the ids.`,
  on: "settings",
  check(settings, { report }) {
    const id = asString(settings.connectorId);
    if (id === undefined || id === "" || /^shared_[\w.-]+$/i.test(id)) return;
    report({
      at: "/connectorId",
      message: `"${id}" is no id of a connector; one begins with "shared_".`,
    });
  },
  bad: `
{
  "connectorId": "Contoso Tickets"
               //^^^^^^^^^^^^^^^^^ "Contoso Tickets" is no id of a connector; one begins with "shared_".
}`,
  good: `
{
  "connectorId": "shared_contoso-5ftickets-5f0123456789abcdef"
}`,
});
