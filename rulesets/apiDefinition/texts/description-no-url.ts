import { defineRule } from "../../rule.js";

export default defineRule({
  name: "description-no-url",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "The descriptions of a connector and its operations contain no web address.",
  why: `The designers do not make a link of it, and the address outlives its page. What makers should read belongs
into the description, where to find more into the website and the documentation of the connector. Some published
connectors have one all the same. Descriptions of inputs are not looked at: an address may be an example there.`,
  on: "makerText",
  check(text, { report }) {
    const { key, owner, value, pointer } = text;
    if (key !== "description" || (owner.what !== "connector" && owner.what !== "operation")) return;
    // Without its query, which may hold a key.
    const [url] = /\bhttps?:\/\/[^\s"'<>()[\]`?#]*[^\s"'<>()[\]`?#.,;:!]/i.exec(value) ?? [];
    if (url === undefined || !text.isVisible) return;
    report({ at: pointer, message: `${text.label} contains the web address ${url}.` });
  },
  bad: `
{
  "info": {
    "description": "Creates tickets, see https://docs.contoso.com/tickets."
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the connector contains the web address https://docs.contoso.com/tickets.
  }
}`,
  good: `
{
  "info": {
    "description": "Creates tickets in Contoso, as contoso.com does."
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists tickets.",
        "parameters": [
          {
            "name": "site",
            "in": "query",
            "type": "string",
            "description": "The address of your site, such as https://desk.contoso.com."
          }
        ]
      }
    }
  }
}`,
});
