import { defineRule } from "../rule.js";

export default defineRule({
  name: "json-indentation",
  validatorCodes: [],
  sources: ["coding"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "The JSON files are indented with spaces, not with tabs.",
  why: `Microsoft's coding standards for connectors ask for spaces, and reviewers have sent back files with
tabs: in a pull request their lines stand elsewhere than those of other connectors.`,
  on: "jsonFile",
  check(file, { report }) {
    // Hardly any file has a tab, and a search for one is cheap.
    const lines = file.text.includes("\t") ? (file.text.match(/^[ \t]*\t/gm)?.length ?? 0) : 0;
    if (lines > 0)
      report({
        at: "",
        offset: { offset: file.text.indexOf("\t", file.text.search(/^[ \t]*\t/m)), length: 1 },
        message: `${lines === 1 ? "One line" : `${lines} lines`} of ${file.name} ${lines === 1 ? "is" : "are"} indented with tabs instead of spaces.`,
      });
  },
  bad: `
{
  \t"swagger": "2.0",
//^ 2 lines of apiDefinition.swagger.json are indented with tabs instead of spaces.
\t"host": "api.contoso.com",
    "basePath": "/"
}`,
  good: `
{
  "swagger": "2.0",
    "host":\t"api.contoso.com"
}`,
});
