import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-property-path",
  validatorCodes: [],
  sources: ["policies"],
  severity: "hint",
  summary: "The path of a property begins with the body or the item that holds it.",
  why: `The templates that change properties find the object to work on by an expression: \`@body()\` is the whole body, \`@body().tickets\`
a member, \`@item()\` each item of a list. A path without \`@\` is plain text.`,
  on: "policy",
  check(policy, { report }) {
    if (!templates.has(policy.template ?? "")) return;
    for (const name of paths) {
      const found = policy.text(name);
      if (found === undefined || found.text.trim() === "") continue;
      const { pointer: at, text, calls, problems } = found;
      // What is wrong in an expression is told by another rule.
      if (calls.length > 0 || problems.length > 0) continue;
      report({
        at,
        message: `${policy.label} has ${JSON.stringify(text)} as "${name}", which does not begin with @body() or @item().`,
        fix: /^(?:body|item)\(\)/i.test(text)
          ? { title: 'Put "@" before it', isSafe: true, edits: [{ set: at, value: `@${text}` }] }
          : undefined,
      });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setproperty",
        "title": "Set the kind",
        "parameters": {
          "x-ms-apimTemplateParameter.newPropertyParentPathTemplate": "body()",
                                                                    //^^^^^^^^ The policy "Set the kind" has "body()" as "newPropertyParentPathTemplate", which does not begin with @body() or @item().
          "x-ms-apimTemplateParameter.newPropertySubPathTemplate": "kind",
          "x-ms-apimTemplateParameter.propertyValuePathTemplate": "ticket"
        }
      }
    ]
  }
}`,
  fixed: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setproperty",
        "title": "Set the kind",
        "parameters": {
          "x-ms-apimTemplateParameter.newPropertyParentPathTemplate": "@body()",
          "x-ms-apimTemplateParameter.newPropertySubPathTemplate": "kind",
          "x-ms-apimTemplateParameter.propertyValuePathTemplate": "ticket"
        }
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "convertobjecttoarray",
        "title": "List the notes",
        "parameters": {
          "x-ms-apimTemplateParameter.propertyParentPath": "@body().tickets",
          "x-ms-apimTemplateParameter.propertySubPath": "null",
          "x-ms-apimTemplateParameter.newPropertyPath": "@item()._notes"
        }
      },
      {
        "templateId": "contosotemplate",
        "title": "Not known here",
        "parameters": { "x-ms-apimTemplateParameter.propertyParentPath": "body" }
      }
    ]
  }
}`,
});

const templates: ReadonlySet<string> = new Set([
  "convertarraytoobject",
  "convertobjecttoarray",
  "encodepropertyvalue",
  "moveproperties",
  "setproperty",
  "stringreplace",
  "stringtoarray",
]);

const paths = [
  "propertyParentPath",
  "newPropertyPath",
  "newPropertyParentPathTemplate",
  "srcParentPath",
  "dstParentPath",
];
