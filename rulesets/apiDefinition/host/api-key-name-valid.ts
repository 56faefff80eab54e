import { child } from "../../../connector/pointer.js";
import { asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "api-key-name-valid",
  validatorCodes: [],
  sources: ["swagger"],
  severity: "warning",
  summary: "The name of an API key can be that of a header or a query parameter.",
  why: `The key is sent in a header or query parameter of this name. HTTP has no header whose name is empty or
has a space, a colon or a letter outside ASCII, so that no call succeeds. No published connector has such a name.`,
  on: "definition",
  check({ value }, { report }) {
    for (const [definition, scheme] of Object.entries(asObject(value.securityDefinitions))) {
      const { type, in: place, name: written } = asObject(scheme);
      const name = asString(written);
      if (type !== "apiKey" || name === undefined) continue;
      const isValid = place === "header" ? isHeader(name) : name.trim() !== "";
      if (isValid) continue;
      const at = child("/securityDefinitions", definition, "name");
      const clean = name.trim().replace(/\s*:$/, "");
      report({
        at,
        message:
          name.trim() === ""
            ? `The security definition ${JSON.stringify(definition)} has an empty name, so that there is nothing to send its key in.`
            : `${JSON.stringify(name)}, the name of ${JSON.stringify(definition)}, is no name of a header: only letters, digits and signs such as "-" and "_" are allowed.`,
        fix: isHeader(clean)
          ? {
              title: `Change it to ${JSON.stringify(clean)}`,
              isSafe: true,
              edits: [{ set: at, value: clean }],
            }
          : undefined,
      });
    }
  },
  bad: `
{
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key: "
            //^^^^^^^^^^^^^^^^^ "X-Contoso-Key: ", the name of "api_key", is no name of a header: only letters, digits and signs such as "-" and "_" are allowed.
    }
  }
}`,
  fixed: `
{
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
  good: `
{
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "query",
      "name": "contoso:key"
    }
  }
}`,
});

/** Whether a text can be the name of a header, a token of HTTP. */
function isHeader(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text);
}
