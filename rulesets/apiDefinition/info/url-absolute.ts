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
  summary: "The urls of the contact, the license and of external documentation are absolute.",
  why: `The service refuses a definition in which one of these urls is not an absolute address that begins
with \`https://\` or \`http://\`. Without the scheme a browser takes it for a file.`,
  on: "definition",
  check(definition, { report }) {
    const checkUrl = (owner: Pointer, name: string, value: unknown) => {
      const url = asString(asObject(value).url);
      if (url === undefined || isWebAddress(url)) return;
      // A contact with an empty url counts as one without.
      if (name === "contact" && url.trim() === "") return;
      const repaired = repairedAddress(url);
      report({
        at: child(owner, name, "url"),
        message: `The url of ${name === "externalDocs" ? "" : "the "}${name}, ${JSON.stringify(url)}, is not an absolute http or https address.`,
        fix:
          repaired === undefined
            ? undefined
            : {
                title: `Change it to ${JSON.stringify(repaired)}`,
                isSafe: false,
                edits: [{ set: child(owner, name, "url"), value: repaired }],
              },
      });
    };
    const { value, info, operations, schemas } = definition;
    checkUrl("/info", "contact", info.contact);
    checkUrl("/info", "license", info.license);
    checkUrl("", "externalDocs", value.externalDocs);
    for (const [index, tag] of asArray(value.tags).entries())
      checkUrl(child("/tags", index), "externalDocs", asObject(tag).externalDocs);
    for (const { pointer, value } of [...operations, ...schemas])
      checkUrl(pointer, "externalDocs", value.externalDocs);
  },
  bad: `
{
  "info": {
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
