import { child, type Pointer } from "../../../connector/pointer.js";
import { asArray, asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isWebAddress, repairedAddress } from "../../webAddress.js";

export default defineRule({
  name: "url-absolute",
  validatorCodes: ["UrlNotValid"],
  policies: ["5000.3.1.3"],
  sources: ["swagger", "policyErrors"],
  severity: "error",
  summary:
    "The urls of the contact, the license, the terms of service and external documentation are absolute.",
  why: `The service refuses a definition in which one of these urls is not an absolute address that begins
with \`https://\` or \`http://\`. Without the scheme a browser takes it for a file. What \`termsOfService\` says in words is no url.`,
  on: "definition",
  check(definition, { report }) {
    const check = (at: Pointer, what: string, url: string) => {
      if (isWebAddress(url)) return;
      const repaired = repairedAddress(url);
      report({
        at,
        message: `The ${what}, ${JSON.stringify(url)}, is not an absolute http or https address.`,
        fix:
          repaired === undefined
            ? undefined
            : {
                title: `Change it to ${JSON.stringify(repaired)}`,
                isSafe: false,
                edits: [{ set: at, value: repaired }],
              },
      });
    };
    const checkUrl = (owner: Pointer, name: string, value: unknown) => {
      const url = asString(asObject(value).url);
      // A contact with an empty url counts as one without.
      if (url === undefined || (name === "contact" && url.trim() === "")) return;
      const what = name === "externalDocs" ? name : `the ${name}`;
      check(child(owner, name, "url"), `url of ${what}`, url);
    };
    const { value, info, operations, schemas } = definition;
    checkUrl("/info", "contact", info.contact);
    checkUrl("/info", "license", info.license);
    const { termsOfService } = info;
    // Terms may also be told in words.
    const isAddress = /^\S*[./]\w\S*$/;
    if (typeof termsOfService === "string" && isAddress.test(termsOfService))
      check("/info/termsOfService", "termsOfService", termsOfService);
    checkUrl("", "externalDocs", value.externalDocs);
    for (const [index, tag] of asArray(value.tags).entries())
      checkUrl(child("/tags", index), "externalDocs", asObject(tag).externalDocs);
    for (const { pointer, value } of [...operations, ...schemas])
      checkUrl(pointer, "externalDocs", value.externalDocs);
  },
  bad: `
{
  "info": {
    "termsOfService": "contoso.com/terms",
                    //^^^^^^^^^^^^^^^^^^^ The termsOfService, "contoso.com/terms", is not an absolute http or https address.
    "contact": {
      "url": "www.contoso.com/support"
           //^^^^^^^^^^^^^^^^^^^^^^^^^ The url of the contact, "www.contoso.com/support", is not an absolute http or https address.
    }
  },
  "paths": {
    "/tickets": {
      "get": {
        "externalDocs": {
          "url": "htps://docs.contoso.com"
               //^^^^^^^^^^^^^^^^^^^^^^^^^ The url of externalDocs, "htps://docs.contoso.com", is not an absolute http or https address.
        }
      }
    }
  }
}`,
  fixed: `
{
  "info": {
    "termsOfService": "https://contoso.com/terms",
    "contact": {
      "url": "https://www.contoso.com/support"
    }
  },
  "paths": {
    "/tickets": {
      "get": {
        "externalDocs": {
          "url": "https://docs.contoso.com"
        }
      }
    }
  }
}`,
  good: `
{
  "info": {
    "termsOfService": "As agreed.",
    "contact": {
      "url": "HTTP://www.contoso.com:8080/support?a=b#c"
    }
  }
}`,
});
