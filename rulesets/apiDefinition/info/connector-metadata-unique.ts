import { type MetadataEntry, metadataEntries } from "../../../connector/metadata.js";
import { lastSegment } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "connector-metadata-unique",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "Each name is in x-ms-connector-metadata once.",
  why: `Microsoft's page about a connector shows one website, one privacy policy and one set of categories. Of two
entries with the same name nobody knows which one is shown; no accepted connector has two.`,
  on: "definition",
  check(definition, { report }) {
    const seen = new Map<string, MetadataEntry>();
    for (const entry of metadataEntries(definition)) {
      const name = entry.propertyName?.trim().toLowerCase() ?? "";
      if (name === "") continue;
      const first = seen.get(name);
      if (first === undefined) {
        seen.set(name, entry);
        continue;
      }
      const isSame = first.propertyValue?.trim() === entry.propertyValue?.trim();
      report({
        at: entry.pointer,
        message: `The metadata entry ${JSON.stringify(entry.propertyName)} is there again${isSame ? "" : ", with another value"}.`,
        related: [{ at: first.pointer, message: "This is the first entry of that name." }],
        fix: {
          title: `Remove item ${Number(lastSegment(entry.pointer)) + 1}`,
          isSafe: isSame,
          edits: [{ remove: entry.pointer }],
        },
      });
    }
  },
  bad: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    },
    {
  //^ The metadata entry "website" is there again, with another value.
      "propertyName": "website",
      "propertyValue": "https://tickets.contoso.com"
    }
  ]
}`,
  fixed: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    }
  ]
}`,
  good: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    },
    {
      "propertyName": "Privacy policy",
      "propertyValue": "https://www.contoso.com"
    }
  ]
}`,
});
