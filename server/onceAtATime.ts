/**
 * Work that is started by several, once at a time; when it is wanted again meanwhile it is done once more.
 * @param work a failure is the end of it, and no reason to do it again
 */
export function onceAtATime(work: () => Promise<unknown>): () => void {
  let isGoing = false;
  let isWanted = false;
  const start = () => {
    isWanted = true;
    if (isGoing) return;
    isGoing = true;
    isWanted = false;
    work()
      .catch(() => {})
      .finally(() => {
        isGoing = false;
        if (isWanted) start();
      });
  };
  return start;
}
