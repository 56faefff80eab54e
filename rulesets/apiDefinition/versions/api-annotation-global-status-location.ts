import { hasValue, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "api-annotation-global-status-location",
  validatorCodes: [],
  sources: ["versioning"],
  severity: "info",
  summary: "The status of the whole connector is in info.",
  why: `Whether a connector is in preview or in production is read from \`x-ms-api-annotation\` in \`info\`, where
every published connector that says it has it. At the root of the file nothing reads it.`,
  on: "definition",
  check(definition, { report }) {
    const key = "x-ms-api-annotation";
    const { [key]: annotation, info } = definition.value;
    if (!isObject(annotation)) return;
    report({
      at: `/${key}`,
      part: "key",
      message: `The status of the connector belongs in info, not at the root of the file.`,
      fix:
        isObject(info) && !hasValue(info, key)
          ? {
              title: "Move it into info",
              isSafe: false,
              edits: [{ remove: `/${key}` }, { set: `/info/${key}`, value: annotation }],
            }
          : undefined,
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets"
  },
  "x-ms-api-annotation": {
//^^^^^^^^^^^^^^^^^^^^^ The status of the connector belongs in info, not at the root of the file.
    "status": "Preview"
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Tickets",
    "x-ms-api-annotation": {
      "status": "Preview"
    }
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Tickets",
    "x-ms-api-annotation": {
      "status": "Preview"
    }
  }
}`,
});
