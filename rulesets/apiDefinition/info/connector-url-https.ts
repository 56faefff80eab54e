import { metadataNamed } from "../../../connector/metadata.js";
import { child, type Pointer } from "../../../connector/pointer.js";
import { asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isWebAddress } from "../../webAddress.js";

export default defineRule({
  name: "connector-url-https",
  validatorCodes: [],
  policies: ["5000.3.1.3", "5000.3.1.5"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The website, the privacy policy and the url of the contact begin with https.",
  why: `Microsoft's page about the connector links to them. Reviewers open the links, and browsers warn of
pages that are not encrypted.`,
  on: "definition",
  check(definition, { report }) {
    const checkUrl = (at: Pointer, what: string, url: unknown) => {
      if (typeof url !== "string" || !/^\s*http:/i.test(url) || !isWebAddress(url)) return;
      const secure = url.replace(/^\s*http:/i, "https:");
      report({
        at,
        message: `${what} is ${JSON.stringify(url)}, which is not encrypted; it should begin with "https://".`,
        fix: {
          title: `Change it to ${JSON.stringify(secure)}`,
          isSafe: false,
          edits: [{ set: at, value: secure }],
        },
      });
    };
    checkUrl("/info/contact/url", "The url of the contact", asObject(definition.info.contact).url);
    for (const name of ["Website", "Privacy policy"])
      for (const { pointer, propertyValue } of metadataNamed(definition, name))
        checkUrl(child(pointer, "propertyValue"), `The metadata entry "${name}"`, propertyValue);
  },
  bad: `
{
  "info": {
    "contact": {
      "url": "http://contoso.com/support"
           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The url of the contact is "http://contoso.com/support", which is not encrypted; it should begin with "https://".
    }
  },
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "http://contoso.com"
                     //^^^^^^^^^^^^^^^^^^^^ The metadata entry "Website" is "http://contoso.com", which is not encrypted; it should begin with "https://".
    }
  ]
}`,
  fixed: `
{
  "info": {
    "contact": {
      "url": "https://contoso.com/support"
    }
  },
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://contoso.com"
    }
  ]
}`,
  good: `
{
  "info": {
    "contact": {
      "url": "https://contoso.com/support?from=http://contoso.com"
    }
  }
}`,
});
