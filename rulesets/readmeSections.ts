import type { ApiDefinition, Operation } from "../connector/apiDefinition.js";
import type { Connector } from "../connector/connector.js";
import type { Block, Heading, MarkdownText } from "../connector/markdown.js";
import { asString } from "../connector/values.js";

/** A part that readers look for in a readme or an intro. */
export interface Section {
  title: string;
  /** The headings under which published connectors have it, as `headingKey` gives them. */
  heading: RegExp;
  /** Headings that mean it as well, but may be the name of an operation among operations. */
  looseHeading?: RegExp;
  /** What belongs into it, for a message. */
  says: string;
}

/** The sections of a readme in the order of Microsoft's template. */
export const readmeSections = {
  publisher: {
    title: "Publisher",
    heading: /^(?:publishers?|published by|authors?)\b/,
    says: "who offers the connector",
  },
  prerequisites: {
    title: "Prerequisites",
    heading:
      /\bpre ?(?:requisites?|requirements?)\b|^requirements?$|\bbefore you (?:start|begin)\b/,
    looseHeading: /\brequirements?\b|^what (?:do )?you (?:will )?need\b/,
    says: "which plan, licence or account is needed",
  },
  operations: {
    title: "Supported Operations",
    heading:
      /\boperations?\b|^(?:(?:supported|available|connector|the|list of) )*(?:actions?|triggers?|methods?|functions?|endpoints?|api calls?|capabilities)\b/,
    says: "what each action and trigger does",
  },
  credentials: {
    title: "Obtaining Credentials",
    heading:
      /\bcredentials?\b|\bauthentication\b|\bhow to (?:authenticate|authorize|log in|sign in)\b/,
    looseHeading:
      /\bauth(?:enticat|ori[sz])|\boauth\b|\b(?:keys?|tokens?)\b|\b(?:creat|get|obtain|regist|set)\w*\b.*\b(?:accounts?|apps?|applications?|connections?)\b|\b(?:sign|log)(?:ing|ging)? ?in\b/,
    says: "how a user gets what a connection asks for",
  },
  knownIssues: {
    title: "Known Issues and Limitations",
    heading: /\bknown (?:issues?|limit|problems?)|\blimitations?\b/,
    looseHeading: /\bissues?\b|\blimits?\b|\brestrictions?\b|\bthrottling\b/,
    says: "what does not work, or only within limits",
  },
  deployment: {
    title: "Deployment Instructions",
    heading: /\bdeploy/,
    looseHeading: /\binstall|\b(?:building|set(?:ting)? ?up|importing) the connector\b/,
    says: "how to bring the connector into an environment",
  },
} as const satisfies Record<string, Section>;

/** The words of a heading in lower case, without punctuation; `&` is `and`. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/&(?:amp;)?/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The first heading of a section. */
export function headingOf(markdown: MarkdownText, section: Section): Heading | undefined {
  const { headings } = markdown;
  const exact = headings.find(({ text }) => section.heading.test(headingKey(text)));
  const { looseHeading } = section;
  if (exact !== undefined || looseHeading === undefined) return exact;
  // The level of the heading of the operations while those below it are passed.
  let operations = 0;
  return headings.find(({ text, level }) => {
    const key = headingKey(text);
    if (level <= operations) operations = 0;
    if (operations > 0) return false;
    if (readmeSections.operations.heading.test(key)) operations = level;
    return looseHeading.test(key);
  });
}

/** Whether a heading is certainly one of the sections. */
export function isSectionHeading(text: string): boolean {
  const key = headingKey(text);
  return Object.values(readmeSections).some(({ heading }) => heading.test(key));
}

/** Whether a readme has any of the sections, so that it follows the template at all. */
export function followsTemplate(readme: MarkdownText): boolean {
  return Object.values(readmeSections).some((section) => headingOf(readme, section) !== undefined);
}

/** The blocks between a heading and the next one; a line in bold and the text after it are one block. */
export function blocksUnder(
  { blocks, headings, text }: MarkdownText,
  heading: Heading,
): readonly Block[] {
  const next = headings.find(({ offset }) => offset > heading.offset)?.offset ?? text.length;
  return blocks.filter(
    ({ kind, offset, length }) =>
      kind !== "heading" &&
      offset >= heading.offset &&
      offset < next &&
      offset + length > heading.offset + heading.length,
  );
}

/** The operations that users of the connector see and should still use. */
export function shownOperations({ operations }: ApiDefinition): readonly Operation[] {
  return operations.filter(
    ({ isInternal, isDeprecated, summary = "" }) =>
      !isInternal && !isDeprecated && summary.trim() !== "" && !/\bdeprecated\b/i.test(summary),
  );
}

/** What the definition calls the connector. */
export function titleOf({ apiDefinition }: Connector): string | undefined {
  const title = asString(apiDefinition?.info.title)?.trim();
  return title === "" ? undefined : title;
}
