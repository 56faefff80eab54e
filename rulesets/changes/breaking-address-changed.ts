import { reportChange, shownValue } from "../change.js";
import { operationsWithOwnHost } from "../hostName.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-address-changed",
  validatorCodes: [],
  sources: ["updates"],
  severity: "warning",
  summary: "Requests go where they went.",
  why: `The flows and connections that exist use the new address from then on and send it their credentials. They go on only if the same
service answers there in the same way; nothing in a definition can tell that. Where a policy sets the host for every operation,
\`host\` and \`basePath\` are not used, and nothing is told.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "addressChanged") return;
    const { definition, properties } = context;
    if (definition && properties && operationsWithOwnHost(definition, properties).length === 0)
      return;
    const message = `The ${change.path} was ${shownValue(change.old)} and is ${shownValue(change.new)} now; flows go on only if the service answers there as it did before.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "host": "api.contoso.com",
        //^^^^^^^^^^^^^^^^^ The host was "tickets.contoso.com" and is "api.contoso.com" now; flows go on only if the service answers there as it did before.
  "basePath": "/v2"
            //^^^^^ The basePath was "/" and is "/v2" now; flows go on only if the service answers there as it did before.
}
//- old/apiDefinition.swagger.json
{
  "host": "tickets.contoso.com"
}`,
  good: `
{
  "host": "api.contoso.com",
  "basePath": "/v2/"
}
//- old/apiDefinition.swagger.json
{
  "host": "API.contoso.com",
  "basePath": "/v2"
}`,
});
