import type { Severity } from "../rulesets/rule.js";
import { type Content, type Html, html } from "./html.js";
import { countMarks, type Mark } from "./places.js";

/** The marks of a thing, one below the other. */
export function marksHtml(marks: readonly Mark[]): Content {
  if (marks.length === 0) return undefined;
  return html`<ul class="marks">${marks.map(markHtml)}</ul>`;
}

function markHtml({ severity, message, rule, place }: Mark): Html {
  return html`<li class="mark ${severity}"><span class="severity">${severity}</span><span class="message">${message}</span><span class="source"><code>${rule}</code> <span class="place">${place}</span></span></li>`;
}

/** How many marks there are of each severity, in a row. */
export function totalsHtml(marks: Iterable<Mark>): Content {
  return countMarks(marks).map(
    ({ severity, count }) =>
      html`<span class="total ${severity}">${count} ${nounOf(severity, count)}</span>`,
  );
}

function nounOf(severity: Severity, count: number): string {
  return count === 1 || severity === "info" ? severity : `${severity}s`;
}
