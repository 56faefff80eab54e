import { grouped } from "../../digits.js";
import { defineRule } from "../../rule.js";

const maximum = 1_048_576;

export default defineRule({
  name: "swagger-file-size",
  validatorCodes: [],
  sources: ["limits", "submission"],
  severity: "warning",
  summary: "The API definition has at most 1 MB.",
  why: `Microsoft asks for at most 1 MB, and the service may refuse a larger request. Definitions that nothing refers to, schemas
that are repeated instead of shared, and long examples take the most room. The largest accepted file has 1,104,994 bytes.`,
  on: "jsonFile",
  check(file, { report }) {
    // No character has more than three bytes for each of its UTF-16 units.
    if (file.kind !== "apiDefinition" || file.text.length * 3 <= maximum) return;
    const size = bytesOf(file.text);
    if (size <= maximum) return;
    const mayFit = size < 4 * maximum && file.isJudgeable;
    const least = mayFit ? bytesOf(JSON.stringify(file.json.value)) : size;
    const advice =
      least < size * 0.9 ? ` Without indentation it would have ${kilobytes(least)} KB.` : "";
    report({
      at: "",
      message: `The file has ${kilobytes(size)} KB; at most ${kilobytes(maximum)} KB (1 MB) are allowed.${advice}`,
    });
  },
  bad: `
{
//root The file has 1,174 KB; at most 1,024 KB (1 MB) are allowed. Without indentation it would have 1 KB.
  "swagger": "2.0",
  "info": {
    "title": "Contoso Tickets"${" ".repeat(1_201_600)}
  }
}`,
  good: `
{
  "swagger": "2.0",
  "info": {
    "title": "Contoso Tickets"
  }
}`,
});

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function kilobytes(bytes: number): string {
  return grouped(Math.ceil(bytes / 1024));
}
