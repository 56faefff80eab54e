import { maskedAddress } from "../../../connector/secrets.js";
import { asString, type JsonObject } from "../../../connector/values.js";
import { isHost } from "../../hostName.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "host-valid",
  validatorCodes: ["HostNameNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "The host is the name of a host, with a port at most.",
  why: `The service puts an address together from \`schemes\`, \`host\`, \`basePath\` and the path of the
operation, and refuses a host that holds a scheme, a path or braces. A host that differs by environment is
written \`@environmentVariables("name")\`.`,
  on: "definition",
  check({ value }, { report }) {
    const host = asString(value.host);
    if (host === undefined || host.trim() === "" || isHost(host)) return;
    report({
      at: "/host",
      message: `${JSON.stringify(maskedAddress(host))} is not a host; ${/^[^{}/\s:\\?#@]+(:\d+)?$/.test(host) ? "its parts are not empty, and its port is at most 65535" : "a host has no scheme, path, braces or spaces"}.`,
      fix: splitAddress(host, value),
    });
  },
  bad: `
{
  "host": "https://api.contoso.com/v1/",
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "https://api.contoso.com/v1/" is not a host; a host has no scheme, path, braces or spaces.
  "basePath": "/"
}`,
  fixed: `
{
  "host": "api.contoso.com",
  "basePath": "/v1"
}`,
  good: `
{
  "host": "@environmentVariables(\\"contoso_host\\")",
  "basePath": "/v1"
}`,
});

/** Puts the parts of an address where they belong. */
function splitAddress(text: string, definition: JsonObject): Fix | undefined {
  const match = /^(?:(?:https?:)?\/\/)?([^/?#]+)(\/[^?#]*)?$/i.exec(text.trim());
  const host = match?.[1];
  if (host === undefined || !isHost(host)) return undefined;
  const path = (match?.[2] ?? "").replace(/\/+$/, "");
  const { basePath } = definition;
  const isKnown = path === "" || path === basePath || `${path}/` === basePath;
  // Which of two paths comes first, or whether both count, only the author knows.
  if (!isKnown && basePath !== undefined && basePath !== "/" && basePath !== "") return undefined;
  return {
    title: `Change the host to "${host}"${isKnown ? "" : ` and the basePath to "${path}"`}`,
    isSafe: true,
    edits: [{ set: "/host", value: host }, ...(isKnown ? [] : [{ set: "/basePath", value: path }])],
  };
}
