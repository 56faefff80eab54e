/**
 * Something that the user can mend: told in words without a stack. `message` says what happened
 * and where, `todo` what to do next.
 */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    message: string,
    readonly todo?: string,
    /**
     * 2: wrong usage or configuration; 3: a file, the network or a service failed; 4: not signed in or not allowed;
     * 5: the server has something newer.
     */
    readonly exitCode: 2 | 3 | 4 | 5 = 2,
    /** Where in a file it is; `message` begins with it, `reason` is what follows. */
    readonly place?: { path: string; line: number; column: number; reason: string },
  ) {
    super(message);
  }
}

/** The user has had enough: nothing is told. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** A word for what the file system refused, without its jargon. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return "it does not exist";
    case "EACCES":
    case "EPERM":
      return "permission is denied";
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
      return "a part of its path is no folder";
    case "ENOSPC":
      return "there is no space left";
    case "ELOOP":
      return "its symbolic links form a loop";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** What a bug is reported with. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
