import type { ApiDefinition } from "../../connector/apiDefinition.js";
import type { Heading, MarkdownText } from "../../connector/markdown.js";
import { asString } from "../../connector/values.js";
import { headingKey, isSectionHeading, readmeSections, titleOf } from "../readmeSections.js";
import { isLeftTitle } from "../readmeTemplate.js";
import { asMarkdown, insertBlocks, renameHeading } from "../readmeText.js";
import { defineRule, type Fix } from "../rule.js";

export default defineRule({
  name: "readme-title",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The readme begins with the title of the connector.",
  why: `Whoever opens the readme should see at once which connector it is about. The template of Microsoft's repository begins
with a heading that is the title of the connector, as makers find it in the list of connectors. Additions such as
"Connector" or "(Preview)" do no harm, and neither do names that have half of their words in common.`,
  on: "readme",
  check(readme, { connector, definition, report }) {
    const [first] = readme.headings;
    const title = titleOf(connector);
    if (first === undefined || title === undefined) return;
    // What is left of the template is told as such.
    if (isLeftTitle(first.text)) return;
    const isPublisher =
      readmeSections.publisher.heading.test(headingKey(first.text)) &&
      !readmeSections.publisher.heading.test(headingKey(title));
    const isSection = isPublisher || isSectionHeading(first.text);
    if (!isPublisher && (isSection ? isWithin(first.text, title) : isAlike(first.text, title)))
      return;
    const second = readme.headings[1];
    if (isPublisher && second?.level === 1 && isAlike(second.text, title))
      report({
        at: "",
        offset: first.words,
        message: `The readme begins with the publisher; the title "${second.text}" belongs before it.`,
      });
    else if (isSection)
      report({
        at: "",
        message: `The readme has no title. Begin it with "# ${title}".`,
        fix: insertTitle(readme, first, title, definition),
      });
    else
      report({
        at: "",
        offset: first.words,
        message: `The readme begins with the heading "${first.text}", but the connector is called "${title}".`,
        fix: renameHeading(readme, first, title),
      });
  },
  bad: `
# About
//^^^^^ The readme begins with the heading "About", but the connector is called "Contoso Tickets".
Creates and reads tickets.
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets" } }`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets" } }`,
  good: `
Contoso's Ticket Connector for Power Automate (Preview)
=======================================================
Creates and reads tickets.
//- apiDefinition.swagger.json
{ "info": { "title": "Contoso Tickets" } }`,
});

/** Puts the title above all, with the description of the definition where no other text follows. */
function insertTitle(
  readme: MarkdownText,
  first: Heading,
  title: string,
  definition: ApiDefinition | undefined,
): Fix | undefined {
  const heading = `# ${asMarkdown(title)}`;
  const isDescribed = readme.blocks.some(({ offset }) => offset < first.offset);
  const description = asMarkdown(asString(definition?.info.description) ?? "");
  if (!isDescribed && description === "") return undefined;
  return {
    title: `Insert "# ${title}"`,
    isSafe: false,
    edits: [insertBlocks(readme, 0, [isDescribed ? heading : `${heading}\n${description}`])],
  };
}

/** Whether one name holds the other as it is. */
function isWithin(heading: string, title: string): boolean {
  const [a, b] = [wordsOf(heading).join(""), wordsOf(title).join("")];
  return a.includes(b) || b.includes(a);
}

/** Whether two names have half of the words of one of them in common; "Tickets" and "Ticket" are in common. */
function isAlike(heading: string, title: string): boolean {
  const a = wordsOf(heading);
  const b = wordsOf(title);
  const inCommon = (words: readonly string[], others: readonly string[]) =>
    words.filter((word) => others.some((other) => word.startsWith(other) || other.startsWith(word)))
      .length;
  return (
    isWithin(heading, title) || inCommon(a, b) * 2 >= a.length || inCommon(b, a) * 2 >= b.length
  );
}

/** The words that tell connectors apart. */
function wordsOf(name: string): string[] {
  return headingKey(name)
    .split(" ")
    .filter((word) => word !== "" && !commonWords.has(word));
}

const commonWords = new Set([
  "a",
  "an",
  "and",
  "api",
  "apps",
  "automate",
  "connector",
  "custom",
  "for",
  "independent",
  "of",
  "platform",
  "power",
  "preview",
  "publisher",
  "the",
  "title",
]);
