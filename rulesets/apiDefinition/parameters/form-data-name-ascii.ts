import { defineRule } from "../../rule.js";

export default defineRule({
  name: "form-data-name-ascii",
  validatorCodes: ["InvalidFormDataParameterName"],
  severity: "error",
  summary: "The names of form data parameters have characters of US-ASCII only.",
  why: `The name of a part of a form stands in a header of its own, where only the characters of US-ASCII are safe. The
service refuses a definition with any other.`,
  on: "parameter",
  check(parameter, { report }) {
    const { name } = parameter;
    if (parameter.in !== "formData" || name === undefined || !/[^\x20-\x7e]/.test(name)) return;
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
    const foreign = [...new Set(name.match(/[^\x20-\x7e]/gu))].map((each) => JSON.stringify(each));
    report({
      at: parameter.at("name"),
      message: `The name of the ${parameter.label} has ${foreign.join(", ")}, which US-ASCII does not have.`,
      fix: /[^\x20-\x7e]/.test(plain)
        ? undefined
        : {
            title: `Rename it to "${plain}"`,
            isSafe: false,
            edits: [{ set: parameter.at("name"), value: plain }],
          },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "résumé",
                  //^^^^^^^^ The name of the form data parameter "résumé" has "é", which US-ASCII does not have.
            "in": "formData",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "resume",
            "in": "formData",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "cover letter[0]", "in": "formData", "type": "string" },
          { "name": "größe", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});
