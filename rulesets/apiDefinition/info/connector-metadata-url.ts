import { metadataNamed } from "../../../connector/metadata.js";
import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";
import { isWebAddress, repairedAddress } from "../../webAddress.js";

export default defineRule({
  name: "connector-metadata-url",
  validatorCodes: ["UrlNotValid"],
  policies: ["5000.3.1.3", "5000.3.1.5"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The metadata entries Website and Privacy policy are absolute web addresses.",
  why: `Microsoft's page about the connector links to both, and certification opens them: the website of the
product and its privacy policy must exist. Without \`https://\` the links lead nowhere.`,
  on: "definition",
  check(definition, { report }) {
    for (const name of ["Website", "Privacy policy"])
      for (const { pointer, propertyValue } of metadataNamed(definition, name)) {
        if (propertyValue === undefined || propertyValue.trim() === "") continue;
        if (isWebAddress(propertyValue)) continue;
        const repaired = repairedAddress(propertyValue);
        report({
          at: child(pointer, "propertyValue"),
          message: `The metadata entry "${name}" is ${JSON.stringify(propertyValue)}, which is not a valid http or https address.`,
          fix:
            repaired === undefined
              ? undefined
              : {
                  title: `Change it to ${JSON.stringify(repaired)}`,
                  isSafe: false,
                  edits: [{ set: child(pointer, "propertyValue"), value: repaired }],
                },
        });
      }
  },
  bad: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "www.contoso.com"
                     //^^^^^^^^^^^^^^^^^ The metadata entry "Website" is "www.contoso.com", which is not a valid http or https address.
    },
    {
      "propertyName": "Privacy Policy",
      "propertyValue": "https://https://www.contoso.com/privacy"
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The metadata entry "Privacy policy" is "https://https://www.contoso.com/privacy", which is not a valid http or https address.
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
      "propertyName": "Privacy Policy",
      "propertyValue": "https://www.contoso.com/privacy"
    }
  ]
}`,
  good: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "http://contoso.com/"
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Website"
    }
  ]
}`,
});
