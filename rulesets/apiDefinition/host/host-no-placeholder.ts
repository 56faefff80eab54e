import { asString } from "../../../connector/values.js";
import { isHost, isHostReplaced, labelsOf } from "../../hostName.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "host-no-placeholder",
  validatorCodes: [],
  policies: ["5000.2.6.4"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "The host is no placeholder, unless a policy or a script replaces it.",
  why: `A template or an example left its host here, such as \`your-domain\` or \`example.com\`, and every call ends there.
Where each customer has a host of its own, any host may stand here when a policy \`dynamichosturl\` replaces it.`,
  on: "definition",
  check({ value }, { connector, properties, report }) {
    const host = asString(value.host);
    if (host === undefined || !isHost(host)) return;
    // A script may send the request wherever it likes.
    if (isHostReplaced(properties) || connector.file("script") !== undefined) return;
    const part = placeholderIn(host);
    if (part !== undefined)
      report({
        at: "/host",
        message: `The host "${host}" is a placeholder: nothing replaces "${part}" by a real name.`,
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
  "host": "your-domain.contoso.com"
}
//- apiProperties.json
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Call the host of the customer",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('domain').contoso.com"
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
