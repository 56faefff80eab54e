import { defineRule } from "../../rule.js";

export default defineRule({
  name: "form-data-name-ascii",
  validatorCodes: ["InvalidFormDataParameterName"],
  severity: "error",
  summary: "The names of form data parameters consist of ASCII characters.",
  why: `The name of a form field stands in the header of its part, where only ASCII is allowed, so the service refuses
other characters. What makers read is the \`x-ms-summary\`, in which every character is possible.`,
  on: "parameter",
  check(parameter, { report }) {
    const { name } = parameter;
    if (parameter.in !== "formData" || name === undefined) return;
    const [other] = name.match(/\P{ASCII}/u) ?? [];
    if (other === undefined) return;
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
    const isTaken = parameter.operations.some(({ parameters }) =>
      parameters.some((each) => each.in === "formData" && each.name === plain),
    );
    report({
      at: parameter.at("name"),
      message: `The name of the ${parameter.label} contains "${other}", which is no ASCII character.`,
      fix:
        /\P{ASCII}/u.test(plain) || isTaken
          ? undefined
          : {
              title: `Change it to "${plain}"`,
              // The service must know it under that name.
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
            "name": "priorité",
                  //^^^^^^^^^^ The name of the form data parameter "priorité" contains "é", which is no ASCII character.
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
            "name": "priorite",
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
          { "name": "priority", "in": "formData", "type": "string", "x-ms-summary": "Priorité" },
          { "name": "café", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});
