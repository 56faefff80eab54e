import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

const form = /^(?:(?:default|legacy)-)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export default defineRule({
  name: "settings-environment",
  validatorCodes: [],
  sources: ["command"],
  severity: "warning",
  summary: "The environment is told by its id.",
  why: `paconn puts it into the address of every request, so that its display name leads nowhere. The id is in the address of the maker portal,
and \`paconn environments\` lists them.`,
  on: "settings",
  check(settings, { report }) {
    const environment = asString(settings.environment);
    if (environment === undefined || environment === "" || form.test(environment)) return;
    report({
      at: "/environment",
      message: `"${environment}" is no id of an environment; one is a GUID, or Default- and a GUID.`,
    });
  },
  bad: `
{
  "apiDefinition": "apiDefinition.swagger.json",
  "environment": "Contoso (default)"
               //^^^^^^^^^^^^^^^^^^^ "Contoso (default)" is no id of an environment; one is a GUID, or Default- and a GUID.
}
//- apiDefinition.swagger.json
{}`,
  good: `
{
  "apiDefinition": "apiDefinition.swagger.json",
  "environment": "Default-00000000-0000-0000-0000-000000000000"
}
//- apiDefinition.swagger.json
{}`,
});
