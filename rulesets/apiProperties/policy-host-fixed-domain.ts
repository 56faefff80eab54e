import type { ConnectionParameter } from "../../connector/apiProperties.js";
import { type Call, readName } from "../../connector/expression.js";
import type { PolicyText } from "../../connector/policy.js";
import { asArray, asObject } from "../../connector/values.js";
import { isHostPolicy } from "../hostName.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-host-fixed-domain",
  validatorCodes: [],
  sources: ["policies"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "A policy that takes a part of the host from the user keeps the domain of the service.",
  why: `Every request carries the credentials of the connection. Where the whole host is what somebody entered, a mistyped or
foreign name gets them; \`https://@connectionParameters('shop').contoso.com\` can only go to Contoso. Software that its customers run on
servers of their own cannot do without.`,
  on: "policy",
  check(policy, { properties, report }) {
    const template = policy.text("urlTemplate");
    if (template === undefined || !isHostPolicy(policy)) return;
    const last = lastOfHost(template);
    if (last?.function !== "connectionParameters") return;
    const name = readName(last)?.toLowerCase();
    const parameter = properties?.connectionParameters.find(
      (each) => each.name.toLowerCase() === name,
    );
    // A token for a resource is of use nowhere else.
    if (parameter === undefined || name === "token:resourceuri" || isChosen(parameter)) return;
    report({
      at: template.pointer,
      message: `${policy.label} sends requests to any host that somebody enters as "${parameter.name}": no domain follows it.`,
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": { "host": { "type": "string" } },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('host')/v1.2"
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the host" sends requests to any host that somebody enters as "host": no domain follows it.
        }
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "shop": { "type": "string" },
      "area": {
        "type": "string",
        "uiDefinition": { "constraints": { "allowedValues": [{ "value": "https://eu.contoso.com" }] } }
      }
    },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Set the shop",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('shop').contoso.com:8443/@connectionParameters('shop')"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the area",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "@connectionParameters('area')" }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the path",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "https://api.contoso.com/@connectionParameters('shop')" }
      }
    ]
  }
}`,
});

/** The expression with which the host of an address ends; none when it ends with text. */
function lastOfHost({ text, calls }: PolicyText): Call | undefined {
  let end = /^\s*(?:https?:\/\/)?/i.exec(text)![0].length;
  let last: Call | undefined;
  for (const call of calls) {
    if (call.isNested) continue;
    const between = text.slice(end, call.offset);
    if (/[/?#]/.test(between)) break;
    last = call;
    end = call.offset + call.length;
  }
  // What follows up to the path is a domain, unless it is a port.
  return /^\}?(?::\d*)?(?:[/?#\s]|$)/.test(text.slice(end)) ? last : undefined;
}

/** Whether users choose the value from a list. */
function isChosen({ value }: ConnectionParameter): boolean {
  const { constraints } = asObject(value.uiDefinition);
  return [value.allowedValues, asObject(constraints).allowedValues].some(
    (list) => asArray(list).length > 0,
  );
}
