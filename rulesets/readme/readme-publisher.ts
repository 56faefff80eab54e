import type { Heading, MarkdownText } from "../../connector/markdown.js";
import { asString } from "../../connector/values.js";
import { blocksUnder, followsTemplate, headingOf, readmeSections } from "../readmeSections.js";
import { isLeftPublisher } from "../readmeTemplate.js";
import { asMarkdown, insertBlocks, renameHeading } from "../readmeText.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-publisher",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The readme names the publisher, by the name that the properties have.",
  why: `The line "Publisher" of the readme tells users and reviewers who offers the connector and answers for it. The page of the
connector shows the \`publisher\` of apiProperties.json: two different names make readers doubt both.`,
  on: "readme",
  check(readme, { properties, report }) {
    if (!followsTemplate(readme)) return;
    const publisher = asString(properties?.properties.publisher)?.trim() ?? "";
    const named = namedIn(readme);
    if (named === undefined) {
      const [, second] = readme.headings;
      report({
        at: "",
        message: `The readme does not say who publishes the connector. Add the line "## Publisher: ${publisher || "…"}" after the description.`,
        fix:
          publisher === ""
            ? undefined
            : {
                title: `Insert "## Publisher: ${publisher}"`,
                isSafe: false,
                edits: [
                  insertBlocks(readme, second?.offset ?? readme.text.length, [
                    `## Publisher: ${asMarkdown(publisher)}`,
                  ]),
                ],
              },
      });
      return;
    }
    const { name, place, heading } = named;
    // What is left of the template is told as such.
    if (isLeftPublisher(name)) return;
    if (name === "") {
      report({
        at: "",
        offset: place,
        message: "The readme leaves open who the publisher is.",
        fix:
          publisher === "" || heading === undefined
            ? undefined
            : renameHeading(readme, heading, `Publisher: ${publisher}`),
      });
      return;
    }
    if (publisher === "" || isAlike(name, publisher)) return;
    report({
      at: "",
      offset: place,
      message: `The readme names the publisher "${name}", but apiProperties.json says "${publisher}".`,
      related: [
        {
          at: "/properties/publisher",
          file: "apiProperties",
          message: "The publisher that the page of the connector shows.",
        },
      ],
      fix:
        heading === undefined
          ? undefined
          : renameHeading(readme, heading, `Publisher: ${publisher}`),
    });
  },
  bad: `
# Contoso Tickets
Creates and reads tickets.

## Publisher: Fabrikam
 //^^^^^^^^^^^^^^^^^^^ The readme names the publisher "Fabrikam", but apiProperties.json says "Contoso".
//- apiProperties.json
{ "properties": { "publisher": "Contoso" } }`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.

## Publisher: Contoso
//- apiProperties.json
{ "properties": { "publisher": "Contoso" } }`,
  good: `
# Contoso Tickets
Creates and reads tickets.

## Publisher
Café Contoso Ltd. ([web page](https://www.contoso.com)), Fabrikam
//- apiProperties.json
{ "properties": { "publisher": "Cafe Contoso, Inc" } }`,
});

/** Whom a readme names, and where; `heading` is there when the name is in it. */
interface Named {
  name: string;
  place: { offset: number; length: number };
  heading?: Heading;
}

function namedIn(readme: MarkdownText): Named | undefined {
  const heading = headingOf(readme, readmeSections.publisher);
  if (heading !== undefined) {
    const name = nameAfter(heading.text);
    if (name !== "") return { name, place: heading.words, heading };
    // Under a heading that only says "Publisher", the name is a text or a heading.
    const next = readme.headings[readme.headings.indexOf(heading) + 1];
    const [block] = blocksUnder(readme, heading);
    if (block !== undefined) return { name: lineOf(block.text), place: heading.words };
    if (next !== undefined && next.level > heading.level)
      return { name: next.text, place: next.words };
    return { name: "", place: heading.words, heading };
  }
  for (const { kind, text, offset, length } of readme.blocks) {
    if (kind === "code") continue;
    const line = text
      .split("\n")
      .find((each) => /^(?:publisher|author)\b.{0,20}?:/i.test(each.trim()));
    if (line !== undefined) return { name: nameAfter(line), place: { offset, length } };
  }
  return undefined;
}

/** `Contoso` of `Publisher: Contoso`. */
function nameAfter(line: string): string {
  return line
    .trim()
    .replace(
      /^(?:publishers?(?=['’]s name)|publishers?|published by|authors?)(?!['’]s name)\b/i,
      "",
    )
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim();
}

function lineOf(text: string): string {
  return text.split("\n")[0]!.trim();
}

/** Whether two names are of the same: one has all the words of the other, apart from the form of a company. */
function isAlike(name: string, publisher: string): boolean {
  const a = wordsOf(name);
  const b = wordsOf(publisher);
  const [joinedA, joinedB] = [a.join(""), b.join("")];
  return (
    a.every((word) => b.includes(word)) ||
    b.every((word) => a.includes(word)) ||
    joinedA.includes(joinedB) ||
    joinedB.includes(joinedA)
  );
}

/** The words of a name, without accents: the properties may have letters and digits only. */
function wordsOf(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !companyForms.has(word));
}

const companyForms = new Set([
  "ag",
  "and",
  "bv",
  "co",
  "company",
  "corp",
  "corporation",
  "gmbh",
  "inc",
  "incorporated",
  "limited",
  "llc",
  "ltd",
  "pty",
  "the",
]);
