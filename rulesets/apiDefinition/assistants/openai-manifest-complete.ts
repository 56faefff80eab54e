import { hasValue, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

/** What a manifest says, and what for. */
const keys = {
  humanName: "the name that people see",
  modelDescription: "what the plug-in can do, for the model",
  contactEmail: "the address to write to",
} as const;

export default defineRule({
  name: "openai-manifest-complete",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "x-ms-openai-manifest has a name, a description for the model and a contact.",
  why: `\`x-ms-openai-manifest\` introduces the connector as an AI plug-in: people see \`humanName\`, the model decides by
\`modelDescription\` whether to use it. Microsoft publishes no list; 23 of 24 published manifests have these three,
while half of them do without \`legalUrl\`.`,
  on: "definition",
  check({ value }, { report }) {
    const manifest = value["x-ms-openai-manifest"];
    if (!isObject(manifest)) return;
    for (const [key, what] of Object.entries(keys)) {
      if (hasValue(manifest, key)) continue;
      const isEmpty = Object.hasOwn(manifest, key);
      report({
        at: isEmpty ? `/x-ms-openai-manifest/${key}` : "/x-ms-openai-manifest",
        message: `x-ms-openai-manifest has ${isEmpty ? "an empty" : "no"} "${key}" (${what}).`,
      });
    }
  },
  bad: `
{
  "x-ms-openai-manifest": {
//^^^^^^^^^^^^^^^^^^^^^^ x-ms-openai-manifest has no "contactEmail" (the address to write to).
    "humanName": "Contoso Tickets",
    "modelDescription": ""
                      //^^ x-ms-openai-manifest has an empty "modelDescription" (what the plug-in can do, for the model).
  }
}`,
  good: `
{
  "x-ms-openai-manifest": {
    "humanName": "Contoso Tickets",
    "modelDescription": "Finds, creates and closes the tickets of a help desk.",
    "contactEmail": "support@contoso.com"
  }
}`,
});
