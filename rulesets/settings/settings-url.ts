import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

/** The clouds, by what the hosts of their services end with. Source: the administration module of Power Apps. */
const clouds: readonly { name: string; hosts: RegExp }[] = [
  { name: "the public cloud", hosts: /(?:^|\.)api\.(?:powerapps\.com|flow\.microsoft\.com)$/ },
  { name: "GCC", hosts: /^gov\.api\.(?:powerapps\.us|flow\.microsoft\.us)$/ },
  { name: "GCC High", hosts: /^high\.api\.(?:powerapps\.us|flow\.microsoft\.us)$/ },
  { name: "DoD", hosts: /(?:^|\.)appsplatform\.us$/ },
  { name: "China", hosts: /^api\.(?:powerapps|powerautomate)\.cn$/ },
];

export default defineRule({
  name: "settings-url",
  validatorCodes: [],
  sources: ["command"],
  severity: "warning",
  summary: "The services are called by https and belong to one cloud.",
  why: `What is sent there carries your sign-in. And an account of one cloud is unknown in another: the request fails with an error that does
not say so.`,
  on: "settings",
  check(settings, { report }) {
    const cloudOf = (key: string) => {
      const url = asString(settings[key]);
      if (url === undefined || url === "" || !URL.canParse(url)) return undefined;
      return clouds.find(({ hosts }) => hosts.test(new URL(url).hostname))?.name;
    };
    for (const key of ["powerAppsUrl", "flowUrl"]) {
      const url = asString(settings[key]);
      if (
        url === undefined ||
        url === "" ||
        (URL.canParse(url) && new URL(url).protocol === "https:")
      )
        continue;
      report({
        at: `/${key}`,
        message: `The ${key} is no address with https, so that nothing can be sent there safely.`,
        fix: /^http:\/\//i.test(url)
          ? {
              title: "Use https",
              isSafe: false,
              edits: [{ set: `/${key}`, value: url.replace(/^http:/i, "https:") }],
            }
          : undefined,
      });
    }
    const [apps, flow] = [cloudOf("powerAppsUrl"), cloudOf("flowUrl")];
    if (apps !== undefined && flow !== undefined && apps !== flow)
      report({
        at: "/flowUrl",
        message: `The flowUrl is one of ${flow}, but the powerAppsUrl is one of ${apps}.`,
        related: [{ at: "/powerAppsUrl", message: `This one belongs to ${apps}.` }],
      });
  },
  bad: `
{
  "connectorId": "shared_contoso",
  "powerAppsUrl": "http://api.powerapps.com"
                //^^^^^^^^^^^^^^^^^^^^^^^^^^ The powerAppsUrl is no address with https, so that nothing can be sent there safely.
}`,
  fixed: `
{
  "connectorId": "shared_contoso",
  "powerAppsUrl": "https://api.powerapps.com"
}`,
  good: `
{
  "connectorId": "shared_contoso",
  "powerAppsUrl": "https://gov.api.powerapps.us",
  "flowUrl": "https://gov.api.flow.microsoft.us"
}`,
});
