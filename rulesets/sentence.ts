import type { MakerText } from "../connector/makerText.js";
import type { RuleContext } from "./rule.js";

/** What a text lacks to be a full sentence. */
export interface SentenceFaults {
  beginsSmall: boolean;
  endsOpen: boolean;
}

/** Whether a text of several words begins and ends as sentences do; a single word need not. */
export function sentenceFaults(text: string): SentenceFaults | undefined {
  const trimmed = text.trim();
  if (!/\S\s+\S/.test(trimmed)) return undefined;
  const beginsSmall =
    /^[a-z]{2,}(?=[\s,])/.test(trimmed) && !/^(?:true|false|null|http|https)\b/.test(trimmed);
  // A period would become part of an address.
  const endsOpen = !/[.!?)…。！？]["'”’»`]*$/u.test(trimmed) && !/\bhttps?:\/\/\S*$/i.test(trimmed);
  return beginsSmall || endsOpen ? { beginsSmall, endsOpen } : undefined;
}

/** The sentence that was meant; `undefined` where that is not certain, as after a colon. */
export function asSentence(
  text: string,
  { beginsSmall, endsOpen }: SentenceFaults,
): string | undefined {
  const trimmed = text.trim();
  if (endsOpen && !/[\p{L}\p{M}\p{N}]$/u.test(trimmed)) return undefined;
  const begun = beginsSmall ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed;
  return endsOpen ? `${begun}.` : begun;
}

/**
 * Whether a text ends with something that people copy, such as an address, a path or a sample value, where a period would
 * be taken for a part of it.
 */
function endsWithSample(text: string): boolean {
  const last = /\S+$/.exec(text.trim())?.[0] ?? "";
  const isOpen = [...text].filter((each) => each === "(").length > text.split(")").length - 1;
  const clause = text.slice(-60);
  return (
    isOpen ||
    /[./=_{}<>:@#\d]/.test(last.replace(/[)"'”’]+$/u, "")) ||
    /(?:\be\.?g\b|\bi\.?e\b|\bsuch as\b|\blike\b|\bexamples?\b|\bformat\b|\bsample\b)[^.!?]*$/i.test(
      clause,
    )
  );
}

/** Reports a text that makers see and that is no full sentence. */
export function reportFaults(text: MakerText, report: RuleContext["report"]): void {
  const { value, pointer } = text;
  const faults = sentenceFaults(value);
  if (faults === undefined || !text.isVisible) return;
  const told = [
    ...(faults.beginsSmall ? ["begins with a small letter"] : []),
    ...(faults.endsOpen ? ["ends without punctuation"] : []),
  ];
  const proposal = asSentence(value, faults);
  report({
    at: pointer,
    message: `${text.label} is not a full sentence: it ${told.join(" and ")}.`,
    fix:
      proposal === undefined
        ? undefined
        : {
            title: faults.beginsSmall ? "Make it a sentence" : "Add a period",
            isSafe: !faults.beginsSmall && !endsWithSample(value),
            edits: [{ set: pointer, value: proposal }],
          },
  });
}
