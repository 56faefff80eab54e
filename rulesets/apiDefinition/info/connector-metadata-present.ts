import { metadataKey } from "../../../connector/metadata.js";
import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "connector-metadata-present",
  validatorCodes: ["RequiredPropertyMissing"],
  sources: ["submission"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: `The root of the definition has ${metadataKey}.`,
  why: `Microsoft's page about a connector and its filters are made of this extension: website, privacy
policy and categories. Certification refuses a definition without it.`,
  on: "definition",
  check(definition, { report }) {
    if (metadataKey in definition.value) return;
    const misplaced = definition.info[metadataKey];
    report({
      at: "",
      missing: metadataKey,
      message:
        misplaced === undefined
          ? `The definition has no ${metadataKey}.`
          : `The definition has ${metadataKey} in its info, but it belongs at the root.`,
      fix:
        misplaced === undefined
          ? undefined
          : {
              title: `Move ${metadataKey} to the root`,
              isSafe: true,
              edits: [
                { set: child("", metadataKey), value: misplaced },
                { remove: child("/info", metadataKey) },
              ],
            },
    });
  },
  bad: `
{
//root The definition has x-ms-connector-metadata in its info, but it belongs at the root.
  "info": {
    "title": "Contoso Tickets",
    "x-ms-connector-metadata": [
      {
        "propertyName": "Website",
        "propertyValue": "https://www.contoso.com"
      },
      {
        "propertyName": "Privacy policy",
        "propertyValue": "https://www.contoso.com/privacy"
      },
      {
        "propertyName": "Categories",
        "propertyValue": "Productivity"
      }
    ]
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Tickets"
  },
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    },
    {
      "propertyName": "Privacy policy",
      "propertyValue": "https://www.contoso.com/privacy"
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    }
  ]
}`,
  good: `
{
  "info": {
    "title": "Contoso Tickets"
  },
  "x-ms-connector-metadata": []
}`,
});
