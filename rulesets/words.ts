/**
 * The words of a name such as `ticketId`, `ticket_id` or `X-Ticket-ID`, as they are written in it;
 * those of a name in capitals, such as `TICKET_ID`, in lower case.
 */
export function wordsOf(name: string): string[] {
  const words = name
    .split(brands)
    .map((part, index) =>
      // Every other part is a brand, which stays as it is.
      index % 2 === 1
        ? ` ${part} `
        : part
            .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
            .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, "$1 $2"),
    )
    .join("")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
  const isInCapitals = words.length > 1 && name === name.toUpperCase();
  return isInCapitals ? words.map((word) => word.toLowerCase()) : words;
}

/** Names that are written with a capital inside. */
const brands =
  /(WhatsApp|LinkedIn|SharePoint|OneDrive|OneNote|GitHub|GitLab|HubSpot|WordPress|PayPal|YouTube|PowerPoint|QuickBooks|JavaScript)/;

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
  "crm",
  "css",
  "csv",
  "dpi",
  "erp",
  "guid",
  "html",
  "http",
  "https",
  "iban",
  "id",
  "ip",
  "isbn",
  "jpeg",
  "json",
  "kpi",
  "ocr",
  "pdf",
  "png",
  "sku",
  "sms",
  "sql",
  "tiff",
  "uri",
  "url",
  "utc",
  "uuid",
  "vat",
  "xml",
]);

/** Whether a name is several words written as one, as code does: `ticketId`, `ticket_id`. */
export function isIdentifier(name: string): boolean {
  return /^\w+$/.test(name) && /[a-z\d][A-Z]|[A-Za-z\d]_[A-Za-z\d]/.test(name) && !isBrand(name);
}

/** Whether a name is one of the brands that are written with a capital inside. */
function isBrand(name: string): boolean {
  return /^(?:airtable|clickup|dropbox|dynatrace|ebay|evernote|facebook|github|gitlab|hubspot|icloud|ipad|iphone|javascript|linkedin|mailchimp|mysql|oauth|onedrive|onenote|openai|oauth2|paypal|postgresql|powerpoint|quickbooks|salesforce|sendgrid|servicenow|sharepoint|surveymonkey|typescript|whatsapp|wordpress|youtube|zendesk)$/i.test(
    name,
  );
}

/** Whether two texts have the same letters and digits, whatever their case and punctuation; not when they have none. */
export function isSameText(a: string, b: string): boolean {
  const letters = lettersOf(a);
  return letters !== "" && letters === lettersOf(b);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
