import type { ConnectorFile } from "../../connector/connector.js";
import { maximumDepth } from "../../connector/json.js";
import { defineRule } from "../rule.js";

/** A file with more faults than this is another format or badly cut; the rest says nothing new. */
const maximumReports = 10;

export default defineRule({
  name: "json-syntax",
  validatorCodes: [],
  policies: ["5000.2.6.2"],
  sources: ["json", "policyErrors"],
  severity: "error",
  summary: "The files of a connector are JSON.",
  why: `The service, paconn and the solution checker read the API definition, the API properties and the
settings as JSON and refuse a file that cannot be parsed. YAML is not accepted, although OpenAPI knows it.
Nothing else in the file can be checked before it parses.`,
  on: "jsonFile",
  check(file, { report }) {
    const problems = file.json.problems.filter(
      ({ type }) => type === "syntax" || type === "tooDeep" || type === "empty",
    );
    if (problems.length > 0 && isYaml(file)) {
      report({
        at: "",
        offset: { offset: 0, length: 1 },
        message: `${file.name} is YAML, but it must be JSON.`,
      });
      return;
    }
    for (const problem of problems.slice(0, maximumReports))
      report({
        at: file.json.pointerAt(problem.offset),
        offset: problem,
        message:
          problem.type === "empty"
            ? `${file.name} is empty, but it must be JSON.`
            : problem.type === "syntax"
              ? `${file.name} is not valid JSON: ${problem.expected}.`
              : `${file.name} is nested deeper than ${maximumDepth} levels and is not read as JSON from here on.`,
      });
  },
  bad: `
{
  "swagger": "2.0"
  "info": {
//^^^^^^ apiDefinition.swagger.json is not valid JSON: a "," is expected here.
    title: "Contoso Tickets",
  //^^^^^ apiDefinition.swagger.json is not valid JSON: texts and keys need double quotes, and the only bare words are true, false and null.
    "version": '1.0'
             //^^^^^ apiDefinition.swagger.json is not valid JSON: texts and keys need double quotes, and the only bare words are true, false and null.
  },
  "paths": {}
          //^ apiDefinition.swagger.json is not valid JSON: a "}" is expected here to close the object.
//- apiProperties.json
properties:
//root apiProperties.json is YAML, but it must be JSON.
  iconBrandColor: "#da3b01"
`,
  good: `
{
  "swagger": "2.0",
  "info": {
    "title": "Contoso: \\u0022Tickets\\u0022",
    "version": "1.0"
  },
  "paths": {}
}`,
});

/** Whether a text that is no JSON begins as YAML does. */
function isYaml({ text }: ConnectorFile): boolean {
  const begin = text.replace(/^\uFEFF?(\s*(#.*)?\r?\n)*/, "");
  return /^(---\s|%YAML|[\w.$-]+[ \t]*:(\s|$))/.test(begin);
}
