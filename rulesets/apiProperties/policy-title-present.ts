import { policyTemplates } from "../../connector/policy.js";
import { hasValue } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-title-present",
  validatorCodes: [],
  sources: ["policies"],
  severity: "warning",
  summary: "Every policy has a title.",
  why: `The portal lists the policies of a connector by their titles. One without a title is an empty line there, which nobody
can tell from the next.`,
  on: "policy",
  check({ pointer, value, template, label }, { report }) {
    if (hasValue(value, "title")) return;
    const isThere = "title" in value;
    const title = policyTemplates.get(template ?? "")?.title;
    report({
      at: isThere ? `${pointer}/title` : pointer,
      missing: isThere ? undefined : "title",
      message: `${label} has no title.`,
      fix:
        title === undefined
          ? undefined
          : {
              title: `${isThere ? "Write" : "Add"} the title "${title}"`,
              isSafe: false,
              edits: [{ set: `${pointer}/title`, value: title }],
            },
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
    //^ A policy "setheader" has no title.
        "templateId": "setheader"
      },
      {
        "templateId": "dynamichosturl",
        "title": " "
               //^^^ A policy "dynamichosturl" has no title.
      }
    ]
  }
}`,
  fixed: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set a header"
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host"
      }
    ]
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "Set the language" },
      { "templateId": "setheader", "Title": "Told by another rule" }
    ]
  }
}`,
});
