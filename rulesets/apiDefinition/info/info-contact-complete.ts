import { hasValue, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "info-contact-complete",
  validatorCodes: [],
  policies: ["5000.3.1.4"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "The contact has both a url and an email.",
  why: `Certification asks for the website and the email address of the support team. One of them is
enough for the validator, and some published connectors have only one.`,
  on: "definition",
  check(definition, { report }) {
    const { contact } = definition.info;
    if (!isObject(contact)) return;
    const [hasUrl, hasEmail] = [hasValue(contact, "url"), hasValue(contact, "email")];
    if (hasUrl !== hasEmail)
      report({ at: "/info/contact", message: `The contact has no ${hasUrl ? "email" : "url"}.` });
  },
  bad: `
{
  "info": {
    "contact": {
  //^^^^^^^^^ The contact has no url.
      "name": "Contoso Support",
      "url": "",
      "email": "support@contoso.com"
    }
  }
}`,
  good: `
{
  "info": {
    "contact": {
      "name": "Contoso Support",
      "url": "https://www.contoso.com/support",
      "email": "support@contoso.com"
    }
  }
}`,
});
