import type { Parameter } from "../../connector/apiDefinition.js";
import { type Call, readName } from "../../connector/expression.js";
import { isHostPolicy } from "../hostName.js";
import { defineRule, type Fix, type RuleContext } from "../rule.js";

export default defineRule({
  name: "policy-host-url",
  validatorCodes: [],
  sources: ["policies"],
  severity: "info",
  summary: "A policy that sets the host gives a whole address that begins with https.",
  why: `The \`urlTemplate\` stands in the place of scheme, host and base path of the API definition, so that it has to be an address with
a scheme once its expressions are computed. When it begins with what a user enters, the texts of that parameter have to say that
an address with \`https://\` is asked for; most people enter the name of a host otherwise. Addresses of the platform's own gateways are
not stable.`,
  on: "policy",
  check(policy, context) {
    const template = policy.text("urlTemplate");
    if (template === undefined || !isHostPolicy(policy)) return;
    const { pointer: at, calls, text } = template;
    const url = text.trim();
    const first = calls.find(({ isNested }) => !isNested);
    const prefixed = (title: string, value: string): Fix => ({
      title,
      isSafe: false,
      edits: [{ set: at, value }],
    });
    const begins = /^\{?@/.test(url) && first !== undefined;
    const report = (message: string, fix?: Fix) => context.report({ at, message, fix });
    if (url === "") report(`${policy.label} has an empty "urlTemplate".`);
    else if (/^http:\/\//i.test(url))
      report(
        `${policy.label} calls the service without encryption: its "urlTemplate" begins with "http://".`,
        prefixed('Change it to "https://"', url.replace(/^http/i, "https")),
      );
    else if (/^https:\/\//i.test(url)) {
      const [gateway] =
        /(?<=^https:\/\/)[\w.-]*\.azure-apim(?:ihub)?\.net(?![\w.-])/i.exec(url) ?? [];
      if (gateway !== undefined)
        report(
          `${policy.label} calls "${gateway}", a gateway of the platform, instead of the service itself.`,
        );
    } else if (!begins)
      report(
        `${policy.label} has a "urlTemplate" that does not begin with "https://".`,
        /^(?:\/|[a-z][a-z0-9+.-]*:\/\/)/i.test(url)
          ? undefined
          : prefixed('Put "https://" before it', `https://${url}`),
      );
    else if (first.arguments.length === 1) {
      const asked = askedFor(first, context);
      if (asked !== undefined)
        report(
          `${policy.label} begins its "urlTemplate" with ${asked}, whose texts do not say that it takes an address with "https://".`,
          prefixed('Put "https://" before it', `https://${url}`),
        );
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "host": {
        "type": "string",
        "uiDefinition": { "displayName": "Server", "description": "The name of your server" }
      }
    },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "@connectionParameters('host')/v1"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the host" begins its "urlTemplate" with the connection parameter "host", whose texts do not say that it takes an address with "https://".
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Call the archive",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "archive.contoso.com"
                                                  //^^^^^^^^^^^^^^^^^^^^^ The policy "Call the archive" has a "urlTemplate" that does not begin with "https://".
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Call the old server",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "http://old.contoso.com"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Call the old server" calls the service without encryption: its "urlTemplate" begins with "http://".
        }
      }
    ]
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "host": {
        "type": "string",
        "uiDefinition": { "displayName": "Server", "description": "The name of your server" }
      }
    },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host')/v1"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Call the archive",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://archive.contoso.com"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Call the old server",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://old.contoso.com"
        }
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "host": {
        "type": "string",
        "uiDefinition": { "displayName": "Server", "description": "Such as https://tickets.contoso.com" }
      },
      "site": { "type": "string", "uiDefinition": { "displayName": "Site URL" } }
    },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "@connectionParameters('host')/v1" }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the site",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "@{connectionParameters('site')}" }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set another host",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "@connectionParameters('area', 'https://eu.contoso.com')" }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Told by another rule",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "@connectionParameters('nowhere')" }
      }
    ]
  }
}`,
});

/** What asks the user for the beginning of an address without saying so, as a message names it. */
function askedFor(call: Call, { definition, properties }: RuleContext): string | undefined {
  const name = readName(call);
  const isIt = (other: string | undefined) => other?.toLowerCase() === name?.toLowerCase();
  if (call.function === "connectionParameters") {
    const parameters = properties!.connectionParameters.filter((each) => isIt(each.name));
    // What the sign-in brings has no texts.
    if (parameters.length === 0 || parameters.some(({ value }) => saysAddress(value)))
      return undefined;
    return saysAddress(name) ? undefined : `the connection parameter "${parameters[0]!.name}"`;
  }
  const place =
    call.function === "headers" ? "header" : call.function === "queryParameters" ? "query" : "";
  const parameters: readonly Parameter[] = (definition?.parameters ?? []).filter(
    (parameter) => parameter.in === place && isIt(parameter.name),
  );
  if (parameters.length === 0) return undefined;
  return parameters.some(({ value }) => saysAddress(value)) || saysAddress(name)
    ? undefined
    : `the ${parameters[0]!.label}`;
}

/** Whether a text, or one somewhere in a value, speaks of addresses of the web. */
function saysAddress(value: unknown): boolean {
  return /https?|ur[il]s?(?![a-z])|address|endpoint|x-ms-dynamic/i.test(
    JSON.stringify(value) ?? "",
  );
}
