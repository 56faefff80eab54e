import { comparable, type Heading, type MarkdownText } from "../connector/markdown.js";

/** The sections that Microsoft's template has, and by which words of a heading each is known. */
export const readmeSections = {
  prerequisites: {
    title: "Prerequisites",
    words: /\b(?:pre ?requisites?|requirements|before you (?:start|begin))\b/,
  },
  operations: {
    title: "Supported Operations",
    words: /\b(?:operations?|actions?|triggers?|endpoints?|methods?|features)\b/,
  },
  credentials: {
    title: "Obtaining Credentials",
    words:
      /\b(?:credentials?|authenti\w+|authori[sz]\w+|obtain\w*|api (?:key|token)s?|get(?:ting)? (?:started|an? )|sign(?:ing)? (?:in|up)|connect\w*|regist\w+|set(?:ting)? ?up|configur\w+|access)\b/,
  },
  knownIssues: {
    title: "Known Issues and Limitations",
    words: /\b(?:issues?|limit\w*|restrictions?)\b/,
  },
  deployment: {
    title: "Deployment Instructions",
    words: /\b(?:deploy\w*|install\w*|get(?:ting)? started|how to|build\w*|usage|using|use)\b/,
  },
} as const satisfies Record<string, { title: string; words: RegExp }>;

export type ReadmeSection = keyof typeof readmeSections;

export function hasSection({ headings }: MarkdownText, section: ReadmeSection): boolean {
  return headings.some(({ text }) => readmeSections[section].words.test(comparable(text)));
}

/** The heading that says who publishes the connector. */
export function publisherHeading({ headings }: MarkdownText): Heading | undefined {
  return headings.find(({ text }) => /^publishers?\b/i.test(comparable(text)));
}
