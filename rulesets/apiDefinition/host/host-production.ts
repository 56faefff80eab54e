import { asString } from "../../../connector/values.js";
import { hasGateway, isHostReplaced, labelsOf } from "../../hostName.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "host-production",
  validatorCodes: [],
  policies: ["5000.2.6.4"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The host is the one that customers use, not one for development or tests.",
  why: `Everybody's flows call this host, and certification wants the one that is in production. Microsoft publishes
no list of names: words such as \`staging\`, \`test\` or \`sandbox\` in a label of the host, tunnels, \`localhost\` and private
addresses count here. A host that differs by customer is given by a policy \`dynamichosturl\`.`,
  on: "definition",
  check({ value }, { properties, report }) {
    const host = asString(value.host);
    if (host === undefined || isHostReplaced(properties)) return;
    const sign = signOf(labelsOf(host)) ?? (hasGateway(properties) ? undefined : localSign(host));
    if (sign !== undefined)
      report({ at: "/host", message: `The host "${host}" is not one for production: ${sign}.` });
  },
  bad: `
{
  "host": "tickets-staging.contoso.com"
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The host "tickets-staging.contoso.com" is not one for production: it has the word "staging".
}`,
  good: `
{
  "host": "api.testing-contoso.dev"
}`,
});

const words = /^(dev|staging|stage|test|qa|uat|sandbox)\d*$/;

/** Hosts that customers use, whatever they are called. */
const production = new Set(["dev.azure.com"]);

/** What in the name of a host says that it is for development or tests. */
function signOf(labels: readonly string[]): string | undefined {
  if (labels.some((label) => /^ngrok(-free)?$/.test(label))) return "it is a tunnel of ngrok";
  if (production.has(labels.slice(-3).join("."))) return undefined;
  // What a company or product is called tells nothing, as in "test.io" or "sandbox.co.uk".
  const isBelowCountry =
    labels.at(-1)?.length === 2 && /^(ac|co|com|edu|gov|net|org)$/.test(labels.at(-2) ?? "");
  const own = labels.slice(0, isBelowCountry ? -3 : -2);
  const word = own.flatMap((label) => label.split(/[-_]/)).find((part) => words.test(part));
  return word === undefined ? undefined : `it has the word "${word}"`;
}

/** What says that a host is reached only from the machine or network of its owner. */
function localSign(host: string): string | undefined {
  const name = labelsOf(host).join(".");
  if (/^(.+\.)?localhost$/.test(name)) return "it is the machine itself";
  if (/^127\.\d+\.\d+\.\d+$/.test(name)) return "it is the machine itself";
  if (/^(10\.\d+|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+\.\d+$/.test(name))
    return "it is a private address";
  return undefined;
}
