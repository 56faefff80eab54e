import { defineRule } from "../rule.js";

export default defineRule({
  name: "json-comments",
  validatorCodes: [],
  sources: ["json"],
  severity: "error",
  summary: "The JSON files hold no comments.",
  why: `JSON has no comments. Editors tolerate them in some files, but paconn and the solution checker
parse strictly and refuse the whole file.`,
  on: "jsonProblem",
  check(problem, { file, report }) {
    if (problem.type !== "comment") return;
    const { offset, length } = problem;
    report({
      at: file.json.pointerAt(offset),
      offset: { offset, length },
      message: `${file.name} holds a comment, which JSON does not allow.`,
      fix: {
        title: "Remove the comment",
        isSafe: true,
        edits: [{ replace: withSpace(file.text, offset, offset + length), by: "" }],
      },
    });
  },
  bad: `
{
  // Contoso Tickets
//^^^^^^^^^^^^^^^^^^ apiDefinition.swagger.json holds a comment, which JSON does not allow.
  "info": { // shown to makers
          //^^^^^^^^^^^^^^^^^^ apiDefinition.swagger.json holds a comment, which JSON does not allow.
    "title": /* short */ "Contoso Tickets"
           //^^^^^^^^^^^ apiDefinition.swagger.json holds a comment, which JSON does not allow.
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Tickets"
  }
}`,
  good: `
{
  "info": {
    "title": "// Contoso /* Tickets */"
  }
}`,
});

/** A comment with the space around it that would be left over. */
function withSpace(text: string, from: number, to: number): { offset: number; length: number } {
  const before = /[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", from) + 1, from))![0].length;
  const after = /^[ \t]*/.exec(text.slice(to))![0].length;
  const beginsLine = from === before || text[from - before - 1] === "\n";
  const lineEnd = /^(\r?\n|$)/.exec(text.slice(to + after))?.[0];
  const offset = lineEnd === undefined ? from : from - before;
  const end = to + after + (beginsLine ? (lineEnd ?? "").length : 0);
  return { offset, length: end - offset };
}
