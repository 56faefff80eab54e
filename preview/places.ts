import { type Pointer, parent } from "../connector/pointer.js";
import type { Finding, Severity } from "../rulesets/rule.js";

/** A finding as it is shown beside the thing that it concerns. */
export interface Mark {
  severity: Severity;
  rule: string;
  message: string;
  /** The file, the line and the column, the latter two from 1: `apiDefinition.swagger.json:4:14`. */
  place: string;
}

/** A place of a file, by the absolute path of the file. */
export interface Place {
  path: string | undefined;
  pointer: Pointer;
}

/**
 * What is shown of the files and where in them it stands, so that each finding can be shown with the things that it
 * concerns: those at its own place, else those at the nearest place around it.
 */
export class Places {
  /** The lists of marks of all that is shown of a place; an empty one for what is hidden. */
  private readonly lists = new Map<string, Set<Mark[]>>();

  /** The list that takes the marks of something that is shown, which stands at all of these places. */
  show(...places: readonly Place[]): Mark[] {
    const marks: Mark[] = [];
    this.add(marks, ...places);
    return marks;
  }

  /** Further places of something that is shown. */
  add(marks: Mark[], ...places: readonly Place[]): void {
    for (const place of places) {
      const key = keyOf(place);
      const lists = this.lists.get(key);
      if (lists === undefined) this.lists.set(key, new Set([marks]));
      else lists.add(marks);
    }
  }

  /** Something that is not shown, so that what concerns it is not told of what is around it. */
  hide(place: Place): void {
    if (!this.lists.has(keyOf(place))) this.lists.set(keyOf(place), new Set());
  }

  /** Hands out the findings, and answers with all of them and with those that concern nothing that is shown. */
  distribute(findings: readonly Finding[]): { marks: Mark[]; elsewhere: Mark[] } {
    const marks: Mark[] = [];
    const elsewhere: Mark[] = [];
    for (const finding of findings) {
      const mark = markOf(finding);
      marks.push(mark);
      const lists = this.around(finding);
      for (const list of lists) list.push(mark);
      if (lists.size === 0) elsewhere.push(mark);
    }
    return { marks, elsewhere };
  }

  private around({ path, pointer }: Finding): ReadonlySet<Mark[]> {
    for (let at = pointer; ; at = parent(at)) {
      const lists = this.lists.get(keyOf({ path, pointer: at }));
      if (lists !== undefined) return lists;
      if (at === "") return new Set();
    }
  }
}

function keyOf({ path = "", pointer }: Place): string {
  return `${path}\n${pointer}`;
}

function markOf({ severity, rule, message, path, range: { start } }: Finding): Mark {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const place = `${name}:${start.line + 1}:${start.character + 1}`;
  return { severity, rule, message, place };
}

const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

/** How many marks there are of each severity that there is, the gravest first; each counts once. */
export function countMarks(marks: Iterable<Mark>): { severity: Severity; count: number }[] {
  const counts = new Map<Severity, number>();
  for (const { severity } of new Set(marks)) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return severities.flatMap((severity) => {
    const count = counts.get(severity);
    return count === undefined ? [] : [{ severity, count }];
  });
}
