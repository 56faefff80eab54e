import { hasValue, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "info-contact-present",
  validatorCodes: ["RequiredPropertyMissing", "RequiredValueEmpty", "OneOfPropertiesRequired"],
  policies: ["5000.3.1.4"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The definition has a contact with a name and a url or an email.",
  why: `Makers whose flows fail need somebody to turn to, and Microsoft's page about the connector shows it.
Certification refuses a definition without a contact, with one that has no name, or with one that cannot be reached.`,
  on: "definition",
  check(definition, { report }) {
    const { info } = definition;
    if (!isObject(definition.value.info)) return;
    if (!("contact" in info)) {
      report({
        at: "/info",
        missing: "contact",
        message: "The info of the definition has no contact.",
        code: "RequiredPropertyMissing",
      });
      return;
    }
    if (!isObject(info.contact)) return;
    const { contact } = info;
    if (!hasValue(contact, "name"))
      report({
        at: "/info/contact",
        missing: "name",
        message: "The contact has no name.",
        code: "name" in contact ? "RequiredValueEmpty" : "RequiredPropertyMissing",
      });
    if (!hasValue(contact, "url") && !hasValue(contact, "email"))
      report({
        at: "/info/contact",
        message: "The contact has neither a url nor an email.",
        code: "OneOfPropertiesRequired",
      });
  },
  bad: `
{
  "info": {
    "contact": {
  //^^^^^^^^^ The contact has no name.
  //^^^^^^^^^ The contact has neither a url nor an email.
      "name": "",
      "email": " "
    }
  }
}`,
  good: `
{
  "info": {
    "contact": {
      "name": "Contoso Support",
      "email": "support@contoso.com"
    }
  }
}`,
});
