import { withoutMarks } from "../../connector/markdown.js";
import { isLeftHeading, isLeftInstruction } from "../readmeTemplate.js";
import { defineRule } from "../rule.js";
import { unfinishedNote } from "../unfinishedNote.js";

export default defineRule({
  name: "readme-no-template-text",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "No instruction of the template and no note of the author is left in the readme.",
  why: `The sentences of the template in Microsoft's repository tell the author what to write, and its headings "Operation 1" and
"Question 1" stand for real ones. Users who read them take the connector for unfinished, and so they do with notes such as
TODO.`,
  on: "readme",
  check({ text, headings, blocks }, { report }) {
    const tell = (place: { offset: number; length: number }, found: string, what: string) =>
      report({ at: "", offset: place, message: `"${shortened(found)}" ${what}` });
    for (const heading of headings)
      if (isLeftHeading(heading.text))
        tell(
          heading.words,
          heading.text,
          `is a placeholder of the template; ${
            /^o/i.test(heading.text) ? "the summary of an operation" : "a question of users"
          } belongs there.`,
        );
      else if (unfinishedNote.test(heading.text)) tell(heading.words, heading.text, isNote);
    for (const { kind, offset, length } of blocks) {
      if (kind === "code" || kind === "heading") continue;
      let at = offset;
      for (const line of text.slice(offset, offset + length).split("\n")) {
        const { start, text: words } = withoutMarks(line, ">*+-_");
        const place = { offset: at + start, length: words.length };
        at += line.length + 1;
        // Copies of the template have zero-width spaces.
        const shown = words.replace(/\u200B|\uFEFF/g, "").trim();
        if (isLeftInstruction(shown))
          tell(
            place,
            shown,
            "is an instruction of the template to the author. Replace or remove it.",
          );
        else if (unfinishedNote.test(shown)) tell(place, shown, isNote);
      }
    }
  },
  bad: `
# Contoso Tickets
Creates and reads tickets.

## Supported Operations
### Operation 1
  //^^^^^^^^^^^ "Operation 1" is a placeholder of the template; the summary of an operation belongs there.
Description of operation 1.
//line "Description of operation 1." is an instruction of the template to the author. Replace or remove it.

## Obtaining Credentials
- Required. Explain the authentication method.
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Required. Explain the authentication method." is an instruction of the template to the author. Replace or remove it.

## Known Issues and Limitations
TODO: ask the team
//line "TODO: ask the team" is a note of the author. Finish or remove it.`,
  good: `
# Contoso Tickets
Turns a TODO list into tickets.

## Obtaining Credentials
Required. Ask your administrator for a key.

    TODO: this is code

## Supported Operations
### Operation 1 - List tickets
Returns all tickets, e.g. those of today.`,
});

const isNote = "is a note of the author. Finish or remove it.";

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
}
