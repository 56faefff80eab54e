/** How often properties are to be tried on other cases than the usual ones; 0 when they are not. */
export const wantedRuns = Number(process.env.PROPERTY_RUNS ?? 0);

/**
 * How a property is tried: on as many cases as `PROPERTY_RUNS` says, else on a few, the same each time, so that a change is all that
 * can fail.
 * @param limit milliseconds after which it is enough: to find the smallest example can take minutes
 */
export function runs(usual = 100, limit = 15_000) {
  return wantedRuns > 0
    ? { numRuns: wantedRuns }
    : { numRuns: usual, seed: 20210601, interruptAfterTimeLimit: limit };
}
