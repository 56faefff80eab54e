import { metadataNamed } from "../../../connector/metadata.js";
import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";
import { metadataNames } from "../../vocabulary.js";

export default defineRule({
  name: "connector-metadata-property-name-exact",
  validatorCodes: [],
  sources: ["submission", "repository"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "The names of the metadata entries are written as Microsoft writes them.",
  why: `The documentation asks to leave the names \`Website\`, \`Privacy policy\` and \`Categories\` exactly as
they are. Many published connectors have \`Privacy Policy\`, so the service seems to ignore the case.`,
  on: "definition",
  check(definition, { report }) {
    for (const name of metadataNames)
      for (const { pointer, value, propertyName } of metadataNamed(definition, name)) {
        if (propertyName === name || !("propertyName" in value)) continue;
        report({
          at: child(pointer, "propertyName"),
          message: `The metadata entry ${JSON.stringify(propertyName)} should be written "${name}".`,
          fix: {
            title: `Change it to "${name}"`,
            isSafe: true,
            edits: [{ set: child(pointer, "propertyName"), value: name }],
          },
        });
      }
  },
  bad: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Privacy Policy",
                    //^^^^^^^^^^^^^^^^ The metadata entry "Privacy Policy" should be written "Privacy policy".
      "propertyValue": "https://www.contoso.com/privacy"
    },
    {
      "propertyName": "WebSite",
                    //^^^^^^^^^ The metadata entry "WebSite" should be written "Website".
      "propertyValue": "https://www.contoso.com"
    }
  ]
}`,
  fixed: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Privacy policy",
      "propertyValue": "https://www.contoso.com/privacy"
    },
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
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    },
    {
      "propertyName": "Terms of Service",
      "propertyValue": "https://www.contoso.com/terms"
    }
  ]
}`,
});
