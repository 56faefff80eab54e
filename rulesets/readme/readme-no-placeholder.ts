import { asString } from "../../connector/values.js";
import { titleOf } from "../readmeSections.js";
import {
  isLeftHeading,
  isLeftInstruction,
  isLeftPublisher,
  isLeftTitle,
} from "../readmeTemplate.js";
import { defineRule, type Fix, type Report } from "../rule.js";
import { unfinishedNote } from "../unfinishedNote.js";

export default defineRule({
  name: "readme-no-placeholder",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "Nothing of the template and no note of the author is left in the readme.",
  why: `The template of Microsoft's repository has words such as "Title", "Publisher's Name" and "Operation 1" where
those of the connector belong, and sentences that tell the author what to write. Users who read them take the connector for
unfinished, and so they do with notes such as TODO.`,
  on: "readme",
  check(readme, { connector, properties, report }) {
    const [first] = readme.headings;
    const title = titleOf(connector);
    const publisher = asString(properties?.properties.publisher)?.trim() ?? "";
    const tell = (words: Report["offset"], message: string, by?: string) => {
      const fix: Fix | undefined =
        by === undefined || words === undefined
          ? undefined
          : { title: `Change it to "${by}"`, isSafe: true, edits: [{ replace: words, by }] };
      report({ at: "", offset: words!, message, fix });
    };
    for (const { text, words, form } of readme.headings) {
      if (words === first?.words && isLeftTitle(text))
        tell(
          words,
          `The heading "${text}" is left of the template; the title of the connector belongs there${title === undefined ? "" : `, "${title}"`}.`,
          title,
        );
      else if (isLeftHeading(text))
        tell(
          words,
          `The heading "${text}" is left of the template; ${/^o/i.test(text) ? "the summary of an operation" : "a question"} belongs there.`,
        );
      else if (isLeftPublisher(text.replace(/^publisher\s*:\s*/i, "")))
        tell(
          words,
          `"${text}" is left of the template; the name of the publisher belongs there.`,
          publisher === "" ? undefined : `Publisher: ${publisher}`,
        );
      else if (form !== "bold" && unfinishedNote.test(text))
        tell(words, `The heading "${text}" is the note of an author who wanted to come back.`);
    }
    for (const { kind, offset, length } of readme.blocks) {
      if (kind === "code" || kind === "heading") continue;
      let at = offset;
      for (const line of readme.text.slice(offset, offset + length).split("\n")) {
        const begin = /^[\s>*+-]*/.exec(line)![0].length;
        const words = line.slice(begin).trimEnd();
        const place = { offset: at + begin, length: words.length };
        // Zero-width spaces come with the template.
        const shown = words.replace(/[\u200B\uFEFF]/g, "").replace(/^[_*\s]+|[_*\s]+$/g, "");
        if (isLeftInstruction(shown))
          tell(place, `"${shortened(shown)}" is an instruction of the template to its author.`);
        else if (unfinishedNote.test(shown))
          tell(place, `"${shortened(shown)}" is the note of an author who wanted to come back.`);
        at += line.length + 1;
      }
    }
  },
  bad: `
# Title
//^^^^^ The heading "Title" is left of the template; the title of the connector belongs there, "Contoso Tickets".
Creates and reads tickets.

## Publisher: Publisher's Name
 //^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Publisher: Publisher's Name" is left of the template; the name of the publisher belongs there.

## Supported Operations
### Operation 1
  //^^^^^^^^^^^ The heading "Operation 1" is left of the template; the summary of an operation belongs there.

## Obtaining Credentials
- Required. Explain the authentication method.
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Required. Explain the authentication method." is an instruction of the template to its author.

## Known Issues and Limitations
TODO: ask the team
//line "TODO: ask the team" is the note of an author who wanted to come back.
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets" } }`,
  good: `
# Contoso Tickets
Turns a TODO list into tickets.

## Publisher: Contoso

## Obtaining Credentials
Required. Ask your administrator for a key.

    TODO: this is code

## Supported Operations
### Operation 1 - List tickets
Returns all tickets, e.g. those of today.`,
});

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
}
