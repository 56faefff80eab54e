import { asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "info-contact-email-format",
  validatorCodes: ["ContactEmailNotValid"],
  policies: ["5000.3.1.4"],
  sources: ["swagger", "policyErrors"],
  severity: "error",
  summary: "The email of the contact is an email address.",
  why: `The service refuses a definition whose contact has an email that is no address, and makers cannot
write to it. It is the bare address, without \`mailto:\` and without a name.`,
  on: "definition",
  check(definition, { report }) {
    const email = asString(asObject(definition.info.contact).email);
    if (email === undefined || email.trim() === "" || isAddress(email)) return;
    const bare = email.replace(/^\s*mailto:/i, "").trim();
    report({
      at: "/info/contact/email",
      message: `The email of the contact, ${JSON.stringify(email)}, is not an email address.`,
      fix: isAddress(bare)
        ? {
            title: `Change the email to ${JSON.stringify(bare)}`,
            isSafe: true,
            edits: [{ set: "/info/contact/email", value: bare }],
          }
        : undefined,
    });
  },
  bad: `
{
  "info": {
    "contact": {
      "email": "mailto:support@contoso.com"
             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The email of the contact, "mailto:support@contoso.com", is not an email address.
    }
  }
}`,
  fixed: `
{
  "info": {
    "contact": {
      "email": "support@contoso.com"
    }
  }
}`,
  good: `
{
  "info": {
    "contact": {
      "email": "o'neil+tickets@support.contoso.co.uk"
    }
  }
}`,
});

/** The address of a mailbox in letters of ASCII, as the service reads it. */
function isAddress(text: string): boolean {
  return /^[!-~]+$/.test(text) && /^[^\s@<>()[\]",;:\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
}
