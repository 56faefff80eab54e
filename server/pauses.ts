/** How long a piece of work may keep the editor waiting. */
const mostMilliseconds = 5;

/**
 * A message takes so many turns of the event loop from its arrival to its answer: it is read, put together, taken,
 * answered and written.
 */
const turns = 6;

/** Work that was ended because nobody wants its result any more. */
export class Unwanted extends Error {}

/**
 * Pauses for long work: called again and again by it, as often as it can, it has it wait now and then, until the messages that
 * have come meanwhile are answered.
 * @param isWanted whether the work is to go on; else it is ended by an error
 * @throws Unwanted
 */
export function pauses(isWanted: () => boolean): () => Promise<void> | undefined {
  let since = performance.now();
  const pause = async () => {
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    if (!isWanted()) throw new Unwanted();
    since = performance.now();
  };
  return () => (performance.now() - since < mostMilliseconds ? undefined : pause());
}
