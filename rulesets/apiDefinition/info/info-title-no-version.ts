import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "info-title-no-version",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "The title does not end with the version 1.",
  why: `The first connector to a service needs no number: reviewers have asked to take "(V1)" out of a title,
as \`info.version\` has the version. A second connector that replaces the first one may be called V2.`,
  on: "definition",
  check(definition, { report }) {
    const title = asString(definition.info.title)?.trim() ?? "";
    const [ending, version] = /[\s,-]+\(?(v1(?:\.\d+)*)\)?$/i.exec(title) ?? [];
    if (ending === undefined || ending.length === title.length) return;
    const rest = title.slice(0, -ending.length);
    report({
      at: "/info/title",
      message: `The title ${JSON.stringify(title)} ends with the version "${version}".`,
      fix: {
        title: `Change the title to ${JSON.stringify(rest)}`,
        isSafe: false,
        edits: [{ set: "/info/title", value: rest }],
      },
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Platform (V1)"
           //^^^^^^^^^^^^^^^^^^^^^^^ The title "Contoso Platform (V1)" ends with the version "V1".
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Platform"
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Platform V2"
  }
}`,
});
