import { metadataNamed } from "../../../connector/metadata.js";
import { child } from "../../../connector/pointer.js";
import { nearest } from "../../nearest.js";
import { defineRule, oneOf } from "../../rule.js";
import { categories } from "../../vocabulary.js";

export default defineRule({
  name: "connector-category-valid",
  validatorCodes: ["InvalidConnectorCategory"],
  sources: ["submission"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "Each category is one of Microsoft's, and semicolons separate them.",
  why: `Makers filter the list of connectors by a fixed set of ${categories.length} categories. Certification refuses a definition
with any other. Of several categories the names are joined by a semicolon, as in "Data;Productivity".`,
  on: "definition",
  check(definition, { report }) {
    for (const { pointer, propertyValue = "" } of metadataNamed(definition, "Categories")) {
      const written = split(propertyValue, /;/);
      const unknown = written.filter((category) => !categories.includes(category));
      if (unknown.length === 0) continue;
      const meant = written.flatMap((category) =>
        split(category, /,/).map((part) => meantBy(part) ?? ""),
      );
      const value = [...new Set(meant)].join(";");
      // "Data, Finance" is no misspelt category, but two that are joined by the wrong sign.
      const isJoined = unknown.every((each) => split(each, /,/).every(isCategory));
      report({
        at: child(pointer, "propertyValue"),
        message: isJoined
          ? `The categories ${JSON.stringify(propertyValue)} are separated by a comma, but must be by a semicolon.`
          : `There is no category ${oneOf(unknown)}; allowed are ${oneOf(categories, false)}.`,
        fix: meant.includes("")
          ? undefined
          : {
              title: `Change the categories to "${value}"`,
              isSafe: unknown.every((each) => split(each, /,/).every(isWrittenWrong)),
              edits: [{ set: child(pointer, "propertyValue"), value }],
            },
      });
    }
  },
  bad: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Categories",
      "propertyValue": "IOT, Comunication"
                     //^^^^^^^^^^^^^^^^^^^ There is no category "IOT, Comunication"; allowed are ${oneOf(categories, false)}.
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Finance, Data"
                     //^^^^^^^^^^^^^^^ The categories "Finance, Data" are separated by a comma, but must be by a semicolon.
    }
  ]
}`,
  fixed: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Categories",
      "propertyValue": "Internet of Things;Communication"
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Finance;Data"
    }
  ]
}`,
  good: `
{
  "x-ms-connector-metadata": [
    {
      "propertyName": "Categories",
      "propertyValue": " Content and Files; IT Operations;"
    }
  ]
}`,
});

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function isCategory(text: string): boolean {
  return categories.includes(text);
}

/** Whether a text is a category but for upper and lower case. */
function isWrittenWrong(text: string): boolean {
  return categories.some((category) => category.toLowerCase() === text.toLowerCase());
}

/** The category that a text is, but for a slip of the pen, its initials or one of its words. */
function meantBy(text: string): string | undefined {
  if (categories.includes(text)) return text;
  const lower = text.toLowerCase();
  const similar = categories.filter((category) => {
    const words = category.toLowerCase().split(" ");
    return (
      words.includes(lower) ||
      (words.length > 2 && words.map(([initial]) => initial).join("") === lower)
    );
  });
  return nearest(text, categories) ?? (similar.length === 1 ? similar[0] : undefined);
}
