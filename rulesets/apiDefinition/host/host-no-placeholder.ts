import { asString } from "../../../connector/values.js";
import {
  isHost,
  isHostPolicy,
  isHostReplaced,
  labelsOf,
  operationsWithOwnHost,
} from "../../hostName.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "host-no-placeholder",
  validatorCodes: [],
  policies: ["5000.2.6.4"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "The host is no placeholder, unless a policy or a script replaces it.",
  why: `A template or an example left its host here, such as \`your-domain\` or \`example.com\`, and every call ends there.
Where each customer has a host of its own, any host may stand here when a policy \`dynamichosturl\` replaces it for every operation.`,
  on: "definition",
  check(definition, { connector, properties, report }) {
    const host = asString(definition.value.host);
    if (host === undefined || !isHost(host)) return;
    // A script may send the request wherever it likes.
    if (connector.file("script") !== undefined) return;
    const part = placeholderIn(host);
    if (part === undefined) return;
    if (properties === undefined || !isHostReplaced(properties)) {
      report({
        at: "/host",
        message: `The host "${host}" is a placeholder: nothing replaces "${part}" by a real name.`,
      });
      return;
    }
    const [first, ...others] = operationsWithOwnHost(definition, properties);
    if (first === undefined) return;
    const whose =
      others.length === 0 ? first.label : `${first.label} and ${others.length} other operations`;
    report({
      at: "/host",
      message: `The host "${host}" is a placeholder, and no policy replaces "${part}" for ${whose}.`,
      related: properties.policies.filter(isHostPolicy).map((policy) => ({
        at: policy.pointer,
        file: "apiProperties",
        message: "This policy replaces the host of other operations.",
      })),
    });
  },
  bad: `
{
  "host": "your-domain.contoso.com"
        //^^^^^^^^^^^^^^^^^^^^^^^^^ The host "your-domain.contoso.com" is a placeholder: nothing replaces "your-domain" by a real name.
}
//- apiProperties.json
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "Set a header", "parameters": {} }
    ]
  }
}`,
  good: `
{
  "host": "your-domain.contoso.com",
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" },
      "post": { "operationId": "CreateTicket" }
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Call the host of the customer",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('domain').contoso.com",
          "x-ms-apimTemplate-operationName": ["ListTickets"]
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "title": "Call the central host",
        "parameters": {
          "x-ms-apimTemplateParameter.newPath": "https://api.contoso.com/tickets",
          "x-ms-apimTemplate-operationName": ["CreateTicket"]
        }
      }
    ]
  }
}`,
});

const yours =
  /^your[-_]?(account|api|app|company|domain|environment|host|instance|name|org|organi[sz]ation|region|resource|server|service|site|store|subdomain|tenant|url|workspace)([-_]?(name|url|id))?$/;

const others = /^(changeme|hostname|placeholder|replaceme|tobereplaced)$/;

/** The part of a host that somebody was meant to replace. */
function placeholderIn(host: string): string | undefined {
  const [marked] = /<[^<>]*>|\[[^[\]]*\]|%[a-z_]+%|\$\w+/i.exec(host) ?? [];
  if (marked !== undefined) return marked;
  const labels = labelsOf(host);
  const end = labels.slice(-2).join(".");
  if (/^example\.(com|net|org)$|\.(example|invalid)$/.test(end)) return end;
  return labels.find((label) => yours.test(label) || others.test(label));
}
