/**
 * The words of a name such as `ticketId`, `ticket_id` or `X-Ticket-ID`, as they are written in it;
 * those of a name in capitals, such as `TICKET_ID`, in lower case.
 */
export function wordsOf(name: string): string[] {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, "$1 $2")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
  const isInCapitals = words.length > 1 && name === name.toUpperCase();
  return isInCapitals ? words.map((word) => word.toLowerCase()) : words;
}

/** `ticket_id` as makers should read it: `Ticket ID`. */
export function titleCase(name: string): string {
  const words = wordsOf(name);
  return words
    .map((word, index) => {
      const isBetween = index > 0 && index < words.length - 1;
      return isBetween && smallWords.has(word.toLowerCase())
        ? word.toLowerCase()
        : capitalized(word);
    })
    .join(" ");
}

/** `GetTicketById` as the beginning of a sentence: `Get ticket by ID`. */
export function sentenceCase(name: string): string {
  return wordsOf(name)
    .map((word, index) => {
      const written = capitalized(word);
      return index === 0 || isAbbreviation(written) ? written : written.toLowerCase();
    })
    .join(" ");
}

/** `get-ticket` as an operationId: `GetTicket`. */
export function pascalCase(name: string): string {
  return wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function capitalized(word: string): string {
  const lower = word.toLowerCase();
  if (abbreviations.has(lower)) return lower.toUpperCase();
  if (lower.endsWith("s") && abbreviations.has(lower.slice(0, -1)))
    return `${lower.slice(0, -1).toUpperCase()}s`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\d]+s?$/u.test(word);
}

const smallWords = new Set([
  "a",
  "an",
  "and",
  "at",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "or",
  "the",
  "to",
  "with",
]);

const abbreviations = new Set([
  "api",
  "csv",
  "guid",
  "html",
  "http",
  "https",
  "id",
  "json",
  "pdf",
  "sku",
  "sms",
  "sql",
  "uri",
  "url",
  "utc",
  "uuid",
  "xml",
]);
