/** What work comes to, or what there is instead when it takes longer than so many milliseconds. */
export async function withinTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
  otherwise: () => Result | Promise<Result>,
): Promise<Result> {
  const late = Symbol("late");
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    const result = await Promise.race([work, tooLong]);
    return result === late ? await otherwise() : result;
  } finally {
    clearTimeout(timer);
  }
}
