/** What HTTP calls a status code, when it is a usual one. */
export function reasonPhraseOf(code: string): string | undefined {
  return Object.hasOwn(reasonPhrases, code) ? reasonPhrases[code] : undefined;
}

/** The usual status codes, and what HTTP calls them. */
export const reasonPhrases: Partial<Record<string, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  304: "Not Modified",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  412: "Precondition Failed",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  default: "Default response",
} satisfies Record<string, string>;
