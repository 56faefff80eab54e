/** How many are begun before the first of them is needed: reading waits for the disk, judging does not. */
const depth = 8;

/**
 * Makes something of each item, in their order, and begins the next ones while the last result is in use.
 * @param make must not fail: what it would throw could come when nobody waits for it
 */
export async function* ahead<Item, Result>(
  items: readonly Item[],
  make: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for (const item of items) {
    begun.push(make(item));
    if (begun.length === depth) yield await begun.shift()!;
  }
  for (const left of begun) yield await left;
}
