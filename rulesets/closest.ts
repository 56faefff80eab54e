/** The name that was probably meant, and whether it differs only in case. */
export interface Closest {
  name: string;
  isCaseSlip: boolean;
}

/**
 * Which of `names` somebody meant who wrote `written`: the one that is equal but for case, else the
 * only one that is nearest, by at most one slip of the pen for every three characters.
 */
export function closest(written: string, names: readonly string[]): Closest | undefined {
  const folded = written.toLowerCase();
  const equal = names.filter((name) => name.toLowerCase() === folded);
  if (equal.length === 1) return { name: equal[0]!, isCaseSlip: true };
  let nearest: string[] = [];
  let least = Math.floor(Math.min(written.length, 24) / 3);
  if (least === 0) return undefined;
  for (const name of names) {
    const distance = slips(folded, name.toLowerCase(), least);
    if (distance > least) continue;
    nearest = distance < least ? [name] : [...nearest, name];
    least = distance;
  }
  return nearest.length === 1 ? { name: nearest[0]!, isCaseSlip: false } : undefined;
}

/**
 * How many characters were left out, added, mistaken or swapped with their neighbour, which is the
 * optimal string alignment distance; anything above `most` when there are more than that.
 */
function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isEqual = a[i - 1] === b[j - 1];
      let distance = Math.min(
        previous[j]! + 1,
        row[j - 1]! + 1,
        previous[j - 1]! + (isEqual ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, beforePrevious[j - 2]! + 1);
      row.push(distance);
    }
    if (Math.min(...row) > most) return most + 1;
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length]!;
}
