/** Why a call of the service failed; expected, and told without a stack. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  /** The status of the answer, when there was one. */
  readonly status?: number;
  /** The innermost code of the answer. */
  readonly code?: string;
  /** What the service says itself, as plain text. */
  readonly detail?: string;
  readonly todo?: string;
  /** What support asks for. */
  readonly requestId?: string;
  /** Whether the request may have been carried out although no good answer came. */
  readonly mayHaveHappened: boolean;

  constructor(
    readonly kind: "answer" | "network" | "timeout" | "tooLarge" | "redirect" | "insecure",
    message: string,
    more: {
      status?: number | undefined;
      code?: string | undefined;
      detail?: string | undefined;
      todo?: string | undefined;
      requestId?: string | undefined;
      mayHaveHappened?: boolean;
    } = {},
  ) {
    super(message);
    if (more.status !== undefined) this.status = more.status;
    if (more.code !== undefined) this.code = more.code;
    if (more.detail !== undefined) this.detail = more.detail;
    if (more.todo !== undefined) this.todo = more.todo;
    if (more.requestId !== undefined) this.requestId = more.requestId;
    this.mayHaveHappened = more.mayHaveHappened ?? false;
  }
}

export interface DecodedAnswer {
  code?: string;
  /** The innermost text that says something; empty when there is none. */
  detail: string;
}

/** Nesting beyond this is not unwrapped: three levels were seen. */
const deepest = 8;
/** Beyond this the text is not searched for what is nested in it. */
const longest = 200_000;

/**
 * What an answer that is an error says. The service wraps the reason in JSON in texts of JSON, several times, and what
 * stands in between answers in XML or HTML. Takes any text; never throws.
 */
export function decodeAnswer(text: string): DecodedAnswer {
  const trimmed = text.trim().replace(/^\uFEFF/, "");
  if (trimmed === "") return { detail: "" };
  if (/^<\?xml|^<Error\b/i.test(trimmed)) {
    const code = element(trimmed, "Code");
    const detail = element(trimmed, "Message") ?? "";
    return { ...(code !== undefined && { code }), detail: tidy(detail) };
  }
  if (/^<(!doctype|html|head|body)\b/i.test(trimmed))
    return { detail: tidy(element(trimmed, "title") || element(trimmed, "h1") || "") };
  const found = unwrap(trimmed.slice(0, longest), 0);
  return { ...found, detail: tidy(found.detail) };
}

function unwrap(text: string, depth: number): DecodedAnswer {
  const value = parsed(text);
  if (typeof value === "string")
    return depth < deepest ? unwrap(value, depth + 1) : { detail: value };
  if (isRecord(value)) return fromObject(value, depth);
  // The portal's way: the faults of a definition in quotes in a sentence in quotes.
  const quoted = /has the following errors:\s*'(.*)'\.?\s*$/s.exec(text)?.[1];
  if (quoted !== undefined && depth < deepest) return unwrap(quoted, depth + 1);
  const definition = /^Definition is not valid\.\s*Error:\s*'(.*)'?\s*$/s.exec(text)?.[1];
  if (definition !== undefined) return { detail: definition.replace(/'+\s*$/, "") };
  const inner = depth < deepest ? nested(text, depth) : undefined;
  return inner ?? { detail: text };
}

function fromObject(object: Record<string, unknown>, depth: number): DecodedAnswer {
  const member = (...names: string[]): unknown =>
    names
      .map((name) => object[name])
      .find((value) => value !== undefined && value !== null && value !== "");
  const wrapped = member("error", "Error", "odata.error");
  if (isRecord(wrapped)) return fromObject(wrapped, depth);
  const code = member("code", "Code", "errorCode");
  const own: DecodedAnswer = {
    ...((typeof code === "string" || typeof code === "number") && { code: String(code) }),
    detail: "",
  };
  if (depth >= deepest) return own;
  const message = member("message", "Message", "error_description", "detail", "title", "error");
  if (isRecord(message)) return { ...own, ...fromObject(message, depth + 1) };
  const told = typeof message === "string" ? unwrap(message, depth + 1) : undefined;
  // Details are nearer to the cause than the sentence above them, unless that one unwrapped to something.
  const isUnwrapped = told !== undefined && told.detail !== message;
  if (!isUnwrapped)
    for (const name of ["details", "innererror", "innerError", "InnerError", "innerException"]) {
      const value = object[name];
      for (const item of Array.isArray(value) ? value : [value]) {
        if (!isRecord(item)) continue;
        const inner = fromObject(item, depth + 1);
        if (inner.detail !== "") return { ...own, ...inner };
      }
    }
  return { ...own, ...told, detail: told?.detail ?? "" };
}

/** JSON that stands somewhere in a text, as it is or with its quotes escaped. */
function nested(text: string, depth: number): DecodedAnswer | undefined {
  const start = text.search(/\{\s*\\*"/);
  if (start < 0) return undefined;
  const rest = text.slice(start);
  const candidates = [rest.slice(0, rest.lastIndexOf("}") + 1)];
  if (/^\{\s*\\+"/.test(rest)) candidates.push(unescaped(candidates[0]!));
  for (const candidate of candidates) {
    const value = parsed(candidate);
    if (!isRecord(value)) continue;
    const found = fromObject(value, depth + 1);
    if (found.detail !== "") return found;
  }
  // What is cut off or closed by something else is no JSON; its last message still says the reason.
  const plain = rest.replace(/\\+"/g, '"');
  const message = [...plain.matchAll(/"message"\s*:\s*"([^"{}]{3,})"/gi)].at(-1)?.[1];
  if (message === undefined) return undefined;
  const code = [...plain.matchAll(/"code"\s*:\s*"([^"]+)"/gi)].at(-1)?.[1];
  return { ...(code !== undefined && { code }), detail: message };
}

function unescaped(text: string): string {
  const value = parsed(`"${text}"`);
  return typeof value === "string" ? value : text.replaceAll('\\"', '"');
}

function parsed(text: string): unknown {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function element(text: string, name: string): string | undefined {
  const start = text.search(new RegExp(`<${name}\\b[^<>]*>`, "i"));
  if (start < 0) return undefined;
  const from = text.indexOf(">", start) + 1;
  const to = text.indexOf("<", from);
  return text.slice(from, to < 0 ? from + 1_000 : to);
}

/** Plain lines without the escapes that are left, and not endless. */
function tidy(text: string): string {
  return text
    .replace(/\\r\\n|\\n|\r\n?/g, "\n")
    .replace(/[ \t]+\n/g, "\n")
    .trim()
    .slice(0, 10_000);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The error that an answer means.
 * @param what what was asked for: "the list of environments"
 */
export function errorOfAnswer(
  what: string,
  {
    status,
    url,
    text,
    requestId,
    mayHaveHappened,
  }: {
    status: number;
    url: URL;
    text: string;
    requestId: string | undefined;
    mayHaveHappened: boolean;
  },
): ServiceError {
  const { code, detail } = decodeAnswer(text);
  const { reason, todo } = meaning(status, url, code ?? "", detail);
  const said = [code, detail].filter((part) => part !== undefined && part !== "").join(": ");
  const message = `${what[0]!.toUpperCase()}${what.slice(1)}: ${reason}${said === "" ? "" : ` The service says:\n${said}`}`;
  return new ServiceError("answer", message, {
    status,
    code,
    detail,
    todo,
    requestId,
    mayHaveHappened,
  });
}

/** What a status and a code mean, and what to do then. */
function meaning(
  status: number,
  { host }: URL,
  code: string,
  detail: string,
): { reason: string; todo?: string } {
  const said = `${code} ${detail}`;
  if (status === 401 && /audience|wrong resource/i.test(said))
    return {
      reason: `${host} refused the token, since it is for something else (401).`,
      todo: "Sign in for this cloud: `paconn login --force --cloud NAME`, or `--resource URL` for an address of your own. `paconn whoami` tells what the token is for.",
    };
  if (/authorization has been denied for this request/i.test(said))
    return {
      reason: `${host} does not know this account (${status}).`,
      todo: "If it is an application, an administrator has to register it first: New-PowerAppManagementApp in PowerShell, as Microsoft's page on service principals says.",
    };
  switch (status) {
    case 401:
      return {
        reason: `${host} did not accept the token (401).`,
        todo: "Sign in again: `paconn login --force`.",
      };
    case 403:
      return {
        reason: "This account is not allowed to do that (403).",
        todo: "`paconn whoami` tells which account it is; the environment needs the role Environment Maker, and the connector has to be shared with it.",
      };
    case 404:
      return /no http resource/i.test(said)
        ? {
            reason: `${host} has nothing under that address (404).`,
            todo: "Check --pau, --pav and the cloud; `paconn doctor` tells what is in use.",
          }
        : {
            reason: "There is no such thing in this environment (404).",
            todo: "`paconn list` and `paconn environments` tell what there is.",
          };
    case 413:
      return { reason: "It is larger than the service takes (413)." };
    case 429:
      return {
        reason: "The service was asked too often (429).",
        todo: "Try again in a few minutes.",
      };
    default:
  }
  const unknownMember = /Could not find member '([^']+)' on object of type '([^']+)'/.exec(said);
  if (unknownMember !== null)
    return {
      reason: `The service does not know the property "${unknownMember[1]}" (${status}).`,
      todo: `Remove "${unknownMember[1]}" from apiProperties.json.`,
    };
  if (status >= 500)
    return {
      reason: `The service failed (${status}).`,
      todo: "Try again later; if it stays so, tell Microsoft the id of the request.",
    };
  return { reason: `The service refused it (${status}).` };
}

/** The error that a failure of `fetch` means, for which Node only says "fetch failed". */
export function errorOfFailure(
  what: string,
  url: URL,
  failure: unknown,
  mayHaveHappened: boolean,
): ServiceError {
  const begin = `${what[0]!.toUpperCase()}${what.slice(1)}: `;
  const { code, message } = innermost(failure);
  const { host } = url;
  const error = (reason: string, todo?: string, kind: ServiceError["kind"] = "network") =>
    new ServiceError(kind, begin + reason, { code, todo, mayHaveHappened });
  if (
    /TimeoutError|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT|ETIMEDOUT/.test(
      `${code} ${nameOf(failure)}`,
    )
  )
    return error(
      `${host} did not answer in time.`,
      "Try again; `paconn doctor` tells what can be reached.",
      "timeout",
    );
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return error(
      `${host} is not known in this network.`,
      "Check the address and the connection; behind a proxy, set HTTPS_PROXY.",
    );
  if (code === "ECONNREFUSED")
    return error(
      `${host} refuses connections.`,
      "Check the address, and HTTPS_PROXY when there is a proxy.",
    );
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)/.test(code))
    return error(
      `The certificate of ${host} is not trusted (${code}).`,
      "If a proxy of your company reads along, name its certificate in NODE_EXTRA_CA_CERTS.",
    );
  if (
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/.test(
      code,
    )
  )
    return error(`The connection to ${host} broke off.`, "Try again.");
  return error(
    `${host} cannot be reached: ${message}.`,
    "`paconn doctor` tells what can be reached.",
  );
}

function innermost(failure: unknown): { code: string; message: string } {
  let at: unknown = failure;
  let code = "";
  let message = String(failure);
  for (let depth = 0; depth < 10 && at instanceof Error; depth++) {
    message = at.message || message;
    code = (at as NodeJS.ErrnoException).code?.toString() ?? code;
    // Several addresses were tried; the first one says enough.
    at = at instanceof AggregateError && at.cause === undefined ? at.errors[0] : at.cause;
  }
  return { code, message: message.replace(/\.$/, "") };
}

function nameOf(failure: unknown): string {
  return failure instanceof Error ? failure.name : "";
}
