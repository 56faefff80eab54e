import { randomUUID } from "node:crypto";
import { isLoopback } from "./clouds.js";
import { errorOfAnswer, errorOfFailure, isLasting, ServiceError } from "./serviceError.js";

/** What sends a request, as `fetch` does; tests hand in their own. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** Gives an access token; a new one with `refresh`. */
export type TokenSource = (options?: { refresh?: boolean }) => Promise<string>;

export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "PATCH";
  url: URL;
  /** For messages: "the list of environments". */
  what: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Whether a second, same request does no harm. */
  isRepeatable: boolean;
  /** Whether no redirect may take the body to another host. */
  holdsSecrets?: boolean;
  /** Signs the request; asked for a new token once when the service answers 401. */
  token?: TokenSource;
}

export interface HttpResponse {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  /** The bytes as UTF-8, without byte order mark. */
  text: string;
  /** What support asks for: the id that the service gave, else the one that was sent. */
  requestId: string;
}

/** One attempt, as it was: whoever shows it takes the secrets out. */
export interface LogEntry {
  method: string;
  url: URL;
  /** Absent when no answer came. */
  status?: number;
  failure?: string;
  milliseconds: number;
  requestId?: string;
  requestHeaders?: Record<string, string>;
  requestBody?: string;
  answerHeaders?: Record<string, string>;
  answerBody?: string;
}

export interface HttpOptions {
  fetch: Fetch;
  userAgent: string;
  log?(entry: LogEntry): void;
  /** Takes secrets out of what an answer says: some services repeat what they were sent. */
  redact?(text: string): string;
  /** Is told before another attempt is waited for. */
  waits?(what: string, milliseconds: number): void;
  sleep?(milliseconds: number): Promise<void>;
  /** From 0 to 1. */
  random?(): number;
  /** Of one attempt, with its answer. */
  timeout?: number;
  maximumBytes?: number;
}

/** Resolves for answers of 2xx; throws ServiceError, or what the token source throws. */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

const mostAttempts = 4;
const longestWait = 20_000;
/** Whoever asks for more time than this is not waited for. */
const longestRetryAfter = 120_000;
const mostRedirects = 5;

/** A new request says that it comes too soon or that the service was not there; the same one may work later. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);
/** The request was certainly not carried out. */
const untouched = new Set([425, 429]);

/**
 * Sends requests so that what passes by itself is waited for, tokens and secrets stay with the host they are for, and
 * every failure is a ServiceError.
 */
export function createHttp(options: HttpOptions): Send {
  const {
    sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random = Math.random,
  } = options;
  const sendOnce = createSendOnce(options);
  return async (request) => {
    let token = await request.token?.();
    let isTokenNew = false;
    for (let attempt = 1; ; attempt++) {
      let wait = random() * Math.min(longestWait, 1_000 * 2 ** (attempt - 1));
      let error: ServiceError;
      const outcome = await exchange(request, token);
      if (outcome instanceof ServiceError) {
        error = outcome;
        const isSafe = request.isRepeatable || !error.mayHaveHappened;
        const isPassing = error.kind === "network" || error.kind === "timeout";
        if (!isSafe || !isPassing || isLasting(error)) throw error;
      } else {
        const { status, headers, text, requestId } = outcome;
        if (status >= 200 && status < 300) return outcome;
        if (status === 401 && request.token !== undefined && !isTokenNew) {
          isTokenNew = true;
          const renewed = await request.token({ refresh: true });
          if (renewed !== token) {
            token = renewed;
            continue;
          }
        }
        error = errorOfAnswer(request.what, {
          status,
          url: request.url,
          text: options.redact?.(text) ?? text,
          requestId,
          mayHaveHappened: !request.isRepeatable && (status >= 500 || status === 408),
          isAnonymous: request.token === undefined,
        });
        if (!passing.has(status) || !(request.isRepeatable || untouched.has(status))) throw error;
        const asked = retryAfter(headers.get("retry-after"));
        if (asked !== undefined && asked > longestRetryAfter)
          throw new ServiceError("answer", error.message, {
            ...error,
            todo: `The service wants to be left alone for ${Math.ceil(asked / 60_000)} minutes; try again then.`,
          });
        wait = asked ?? wait;
      }
      if (attempt >= mostAttempts) throw error;
      options.waits?.(request.what, wait);
      await sleep(wait);
    }
  };

  /** One attempt, redirects included. */
  async function exchange(
    request: HttpRequest,
    token: string | undefined,
  ): Promise<HttpResponse | ServiceError> {
    const insecure = (reason: string, todo: string) =>
      new ServiceError("insecure", `${capital(request.what)}: ${reason}`, { todo });
    // Node would name the token in its message.
    if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
      return insecure(
        "The access token has characters that no token has, and was not sent.",
        "Look where it comes from, or sign in again: `paconn login --force`.",
      );
    let { url } = request;
    let isHome = true;
    for (let redirects = 0; ; redirects++) {
      if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url)))
        return insecure(
          `${url.protocol}//${url.host} is not used, since what is sent could be read on the way.`,
          "Use an address with https://.",
        );
      if (url.username !== "" || url.password !== "")
        return insecure(
          `The address of ${url.host} holds a user name or a password, and was not used.`,
          "Use the address without them.",
        );
      // Whoever led the request away once does not get to say where the token is used afterwards.
      isHome &&= url.origin === request.url.origin;
      const response = await sendOnce({ ...request, url }, isHome ? token : undefined);
      if (response instanceof ServiceError || ![301, 302, 303, 307, 308].includes(response.status))
        return response;
      const location = response.headers.get("location");
      const keepsMethod = response.status === 307 || response.status === 308;
      const refuse = (reason: string) =>
        new ServiceError("redirect", `${capital(request.what)}: ${reason}`, {
          status: response.status,
          requestId: response.requestId,
          // A page elsewhere may be what tells the result.
          mayHaveHappened: !request.isRepeatable && !keepsMethod,
        });
      if (location === null || !URL.canParse(location, url))
        return refuse(`${url.host} redirects to nowhere.`);
      if (redirects >= mostRedirects) return refuse("There are too many redirects.");
      const next = new URL(location, url);
      if (url.protocol === "https:" && next.protocol !== "https:")
        return refuse(`${url.host} redirects to an address without https.`);
      if (!keepsMethod && request.method !== "GET")
        return refuse(`${url.host} redirects a ${request.method}, which would be lost on the way.`);
      if (request.holdsSecrets && next.origin !== request.url.origin)
        return refuse(
          `${url.host} redirects secrets to ${next.host}, and they were not sent there.`,
        );
      url = next;
    }
  }
}

/** Sends a request once, whatever the answer; neither redirects nor retries. */
export type SendOnce = (
  request: Pick<HttpRequest, "method" | "what" | "url" | "headers" | "body" | "isRepeatable">,
  token?: string,
) => Promise<HttpResponse | ServiceError>;

export function createSendOnce({
  fetch,
  userAgent,
  log = () => {},
  timeout = 100_000,
  maximumBytes = 50_000_000,
}: HttpOptions): SendOnce {
  return async ({ method, what, url, headers, body, isRepeatable }, token) => {
    const sentId = randomUUID();
    const sent: Record<string, string> = {
      ...headers,
      "User-Agent": userAgent,
      "x-ms-client-request-id": sentId,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    const since = performance.now();
    const end = (more: Partial<LogEntry>) =>
      log({
        method,
        url,
        requestId: sentId,
        requestHeaders: sent,
        ...(typeof body === "string" && { requestBody: body }),
        ...more,
        milliseconds: performance.now() - since,
      });
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(url, {
        method,
        headers: sent,
        redirect: "manual",
        signal,
        ...(body !== undefined && { body: body as BodyInit }),
      });
      const { status, headers: answered } = response;
      const requestId = requestIdOf(answered) ?? sentId;
      const bytes = await read(response, maximumBytes);
      if (bytes === undefined) {
        const message = `${capital(what)}: The answer has more than ${maximumBytes / 1_000_000} MB and was not read.`;
        end({ status, requestId, answerHeaders: plain(answered), failure: message });
        return new ServiceError("tooLarge", message, {
          status,
          requestId,
          mayHaveHappened: !isRepeatable,
        });
      }
      const text = new TextDecoder().decode(bytes);
      end({
        status,
        requestId,
        answerHeaders: plain(answered),
        answerBody: isText(answered) ? text : `${bytes.length} bytes`,
      });
      return { status, headers: answered, bytes, text, requestId };
    } catch (failure) {
      const error = errorOfFailure(
        what,
        url,
        signal.aborted ? signal.reason : failure,
        !isRepeatable,
      );
      end({ failure: error.message });
      return error;
    }
  };
}

/** The body; nothing when it is larger than allowed. */
async function read(response: Response, maximumBytes: number): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get("content-length")) > maximumBytes) {
    await response.body?.cancel().catch(() => {});
    return undefined;
  }
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > maximumBytes) {
      await reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
}

/** How long a server asks to be left alone, in milliseconds. */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1_000;
  const time = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - Date.now());
}

function requestIdOf(headers: Headers): string | undefined {
  return (
    headers.get("x-ms-request-id") ??
    headers.get("x-ms-correlation-request-id") ??
    headers.get("x-ms-client-request-id") ??
    undefined
  );
}

function plain(headers: Headers): Record<string, string> {
  const all: Record<string, string> = {};
  headers.forEach((value, name) => {
    all[name] = value;
  });
  return all;
}

function isText(headers: Headers): boolean {
  return /json|text|xml|html|^$/.test(headers.get("content-type") ?? "");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
