import { metadataEntries, metadataKey, metadataNamed } from "../../../connector/metadata.js";
import { child } from "../../../connector/pointer.js";
import { nearest } from "../../nearest.js";
import { defineRule, oneOf } from "../../rule.js";
import { metadataNames } from "../../vocabulary.js";

export default defineRule({
  name: "connector-metadata-required",
  validatorCodes: ["ConnectorMetadataPropertiesMissing", "RequiredValueEmpty"],
  sources: ["submission"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: `${metadataKey} has the entries ${metadataNames.join(", ")}, each with a value.`,
  why: `Microsoft's page about a connector links to the website and the privacy policy and sorts it by its
categories. Certification refuses a definition in which one of the three is missing.`,
  on: "definition",
  check(definition, { report }) {
    if (!Array.isArray(definition.value[metadataKey])) return;
    const missing: string[] = metadataNames.filter(
      (name) => metadataNamed(definition, name).length === 0,
    );
    if (missing.length > 0) {
      const renamed = metadataEntries(definition).flatMap(({ pointer, propertyName }) => {
        const meant = propertyName && nearest(propertyName, missing);
        return meant ? [{ set: child(pointer, "propertyName"), value: meant }] : [];
      });
      report({
        at: child("", metadataKey),
        message: `${metadataKey} has no entry ${oneOf(missing)}.`,
        fix:
          renamed.length === 0
            ? undefined
            : {
                title: `Rename the entry to ${renamed.map(({ value }) => `"${value}"`).join(" and ")}`,
                isSafe: false,
                edits: renamed,
              },
      });
    }
    // One without the key is told as any object that lacks one is.
    for (const name of metadataNames)
      for (const { pointer, propertyValue } of metadataNamed(definition, name))
        if (propertyValue !== undefined && propertyValue.trim() === "")
          report({
            at: child(pointer, "propertyValue"),
            code: "RequiredValueEmpty",
            message: `The propertyValue of the metadata entry "${name}" is empty.`,
          });
  },
  bad: `
{
  "x-ms-connector-metadata": [
//^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-connector-metadata has no entry "Privacy policy".
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    },
    {
      "propertyName": "Privacy Polcy",
      "propertyValue": "https://www.contoso.com/privacy"
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    }
  ]
}`,
  fixed: `
{
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
  "x-ms-connector-metadata": [
    {
      "propertyName": "WEBSITE",
      "propertyValue": "https://www.contoso.com"
    },
    {
      "propertyName": "Privacy Policy",
      "propertyValue": "https://www.contoso.com/privacy"
    },
    {
      "propertyName": "Terms of Service",
      "propertyValue": ""
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    }
  ]
}`,
});
