/**
 * What work comes to, or what there is instead when it takes longer than so many milliseconds.
 * @param work gets a function that starts the time anew
 */
export async function withinTime<Result>(
  work: Promise<Result> | ((goesOn: () => void) => Promise<Result>),
  milliseconds: number,
  otherwise: () => Result | Promise<Result>,
): Promise<Result> {
  const late = Symbol("late");
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    const working = typeof work === "function" ? work(() => timer?.refresh()) : work;
    const result = await Promise.race([working, tooLong]);
    return result === late ? await otherwise() : result;
  } finally {
    clearTimeout(timer);
  }
}
