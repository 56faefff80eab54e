/** The categories of connectors; Microsoft has no others. */
export const categories: readonly string[] = [
  "AI",
  "Business Management",
  "Business Intelligence",
  "Collaboration",
  "Commerce",
  "Communication",
  "Content and Files",
  "Finance",
  "Data",
  "Human Resources",
  "Internet of Things",
  "IT Operations",
  "Lifestyle and Entertainment",
  "Marketing",
  "Productivity",
  "Sales and CRM",
  "Security",
  "Social Media",
  "Website",
];

/** The entries that every `x-ms-connector-metadata` has, as they are written. */
export const metadataNames = ["Website", "Privacy policy", "Categories"] as const;

/** The color behind the icons of all connectors of independent publishers. */
export const independentPublisherColor = "#da3b01";

/** Words that add nothing to the title of a connector, which the service refuses there. */
export const titleWords: readonly string[] = ["API", "Connector"];

/** Names of Microsoft products that the texts of an operation must not contain, as whole words. */
export const productNames: readonly string[] = [
  "Power Apps",
  "Power Automate",
  "Logic Apps",
  "Copilot Studio",
];

/** Names of Power Platform products that are tolerated in descriptions, but not in titles. */
export const otherProductNames: readonly string[] = [
  "Microsoft Flow",
  "Power BI",
  "Power Pages",
  "Power Platform",
  "Power Virtual Agents",
];

/** Which of the words stand in a text: as whole words, in any case, also with the space left out. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  // Hardly any text has one, and one search for all of them tells.
  if (text.search(patternOf(words)) < 0) return [];
  return words.filter((word) => text.search(patternOf([word])) >= 0);
}

/** A text without any of the words. */
export function withoutWords(text: string, words: readonly string[]): string {
  return text.replace(patternOf(words), "");
}

const patterns = new Map<string, RegExp>();

function patternOf(words: readonly string[]): RegExp {
  const source = words.join("|").replaceAll(" ", "\\s*");
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])`, "giu");
    patterns.set(source, pattern);
  }
  return pattern;
}
