import { UserError } from "../host/errors.js";

/**
 * What the parts that know nothing of commands throw, as a UserError with its exit code; anything else as it is. They
 * are told by their names, so that the commands that do not call the service need not load them.
 */
export function asUserError(error: unknown): unknown {
  if (!(error instanceof Error) || !/^(ServiceError|SignInError)$/.test(error.name)) return error;
  const { message, todo, status, requestId } = error as Error & {
    todo?: string;
    status?: number;
    requestId?: string;
  };
  const isForbidden = error.name === "SignInError" || status === 401 || status === 403;
  const id = requestId === undefined ? "" : `\n(request ${requestId})`;
  return new UserError(`${message}${id}`, todo, isForbidden ? 4 : 3);
}
