import { defineRule } from "../rule.js";

export default defineRule({
  name: "file-encoding",
  validatorCodes: [],
  sources: ["json"],
  severity: "error",
  summary: "The JSON files are UTF-8.",
  why: `JSON is exchanged as UTF-8, and paconn and the service read it so. In a file of another encoding
letters such as ä or é turn into replacement characters, or the file is refused. A byte order mark is no fault.`,
  on: "jsonFile",
  check(file, { report }) {
    const problem = file.encodingProblem;
    if (problem === undefined) return;
    report({
      at: "",
      offset: { offset: problem.offset, length: 1 },
      message:
        problem.encoding === "not UTF-8"
          ? `${file.name} is not UTF-8: the byte at offset ${problem.byteOffset} belongs to no character.`
          : `${file.name} is ${problem.encoding}, as the byte at offset ${problem.byteOffset} shows, but it must be UTF-8.`,
    });
  },
  bad: `
{
  "info": {
    "description": "Contoso l\uFFFDst Aufgaben."
                           //^ apiDefinition.swagger.json is not UTF-8: the byte at offset 43 belongs to no character.
  }
}`,
  good: `
{
  "info": {
    "description": "Contoso löst Aufgaben. 😀"
  }
}`,
});
