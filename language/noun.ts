import { sentenceCase, wordsOf } from "../rulesets/words.js";

/** What a path or a name is about, as it stands inside a sentence: `ticket note`, `API keys`. */
export interface Noun {
  one: string;
  many: string;
}

/** What the name of an input is about: `ticketNoteId` of ticket notes, `id` of what its path is about. */
export function nounOfInput(name: string, path: string): Noun {
  const words = wordsOf(name);
  if (/^(?:ids?|keys?|codes?|names?|guid)$/i.test(words.at(-1) ?? "")) words.pop();
  return words.length === 0 ? nounBefore(path, name) : nounOf(words.join(" "));
}

/** What a name is about: `ticket_notes` are ticket notes. */
export function nounOf(name: string): Noun {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  const one = singular(words.pop() ?? "item");
  const written = (word: string) =>
    sentenceCase(["the", ...words, word].join(" ")).slice("the ".length);
  return { one: written(one), many: written(plural(one)) };
}

/** What the last fixed part of a path is about; that of the hooks of something is that thing. */
export function nounOfPath(path: string): Noun {
  const fixed = fixedPartsOf(path);
  return nounOf(fixed.at(-1) ?? "item");
}

/** What a trigger on a path tells of: `/tickets/hooks` and `/tickets/changes` of tickets. */
export function nounOfEvents(path: string): Noun {
  const fixed = fixedPartsOf(path).filter(
    (part) => !/hook|subscri|callback|notif|event|change|update|poll|trigger|^new$/i.test(part),
  );
  return nounOf(fixed.at(-1) ?? "item");
}

/** What the part of a path before a variable is about. */
export function nounBefore(path: string, variable: string): Noun {
  const index = path.indexOf(`{${variable}}`);
  return nounOfPath(index < 0 ? path : path.slice(0, index));
}

/** `a ticket`, `an item`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** The parts of a path that are no variables and no versions. */
function fixedPartsOf(path: string): string[] {
  return path
    .split("/")
    .map((part) => part.replace(/\{[^{}]*\}|[^\p{L}\p{N}_.-]/gu, "").replace(/\.(?:json|xml)$/, ""))
    .filter((part) => /\p{L}/u.test(part) && !/^v\d+(?:[._]\d+)*$/i.test(part));
}

/** One of several, where the English plural is plain; otherwise the word itself. */
export function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, "ies");
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
