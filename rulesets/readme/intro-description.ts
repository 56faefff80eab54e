import { defineRule } from "../rule.js";

const most = 8;

export default defineRule({
  name: "intro-description",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "info" },
  summary: "The intro begins with a paragraph of at most eight sentences about the connector.",
  why: `The page of a certified connector shows what the intro says first as its description. Microsoft asks for one paragraph of
at most eight sentences: what belongs into sections is found more easily there.`,
  on: "intro",
  check({ headings, blocks }, { report }) {
    const [first] = blocks;
    if (first === undefined) return;
    // A title may stand above it.
    const isTitled = first.kind === "heading";
    const end =
      headings.find(({ offset }) => !isTitled || offset > first.offset)?.offset ?? Infinity;
    const paragraphs = blocks.filter(({ kind, offset }) => kind !== "heading" && offset < end);
    const [description] = paragraphs;
    if (description === undefined) {
      report({
        at: "",
        message:
          "The intro has no description. Begin it with a paragraph about what the service and the connector do.",
      });
      return;
    }
    const sentences = sentencesIn(paragraphs.map(({ text }) => text).join("\n"));
    const faults = [
      ...(paragraphs.length > 1 ? [`has ${paragraphs.length} paragraphs`] : []),
      ...(sentences > most ? [`has ${sentences} sentences`] : []),
    ];
    if (faults.length === 0) return;
    report({
      at: "",
      offset: { offset: description.offset, length: description.length },
      message: `The description of the connector ${faults.join(" and ")}; Microsoft asks for one paragraph of at most ${most} sentences.`,
    });
  },
  bad: `
//- intro.md
Contoso Tickets is a help desk.
//line The description of the connector has 2 paragraphs; Microsoft asks for one paragraph of at most 8 sentences.

It creates and reads tickets.

## Prerequisites
A plan of Contoso.`,
  good: `
//- intro.md
Contoso Tickets is a help desk for teams of 1.5 or more people, e.g. yours. It creates and reads tickets.

## Prerequisites
A plan of Contoso.

Its price is low.`,
});

function sentencesIn(text: string): number {
  return text.match(/[.!?…。！？]+(?=\s+[\p{Lu}\p{N}"“]|\s*$)/gu)?.length ?? 0;
}
