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

/** Objects, lists and texts in one another beyond this are not unwrapped: a dozen were seen. */
const deepest = 30;
/** Beyond this a text is taken as it is; a list of faults of a large definition is shorter. */
const longest = 1_000_000;
/** As much as a message shows of what the service says. */
const longestShown = 4_000;

/**
 * What an answer that is an error says. The service wraps the reason in JSON in texts of JSON, several times, and what
 * stands in between answers in XML or HTML. Takes any text; never throws.
 */
export function decodeAnswer(text: string): DecodedAnswer {
  const trimmed = text.trim();
  if (trimmed.length > longest) return { detail: tidy(trimmed.slice(0, longest)) };
  if (trimmed.startsWith("<")) return fromMarkup(trimmed);
  const found = unwrap(trimmed, 0);
  return { ...found, detail: tidy(found.detail) };
}

/** Azure's storage answers in XML; a proxy answers with a page, whose title says the most. */
function fromMarkup(text: string): DecodedAnswer {
  if (!/^(<\?xml[^<>]*>\s*)?<Error\b/i.test(text))
    return { detail: (element(text, "title") || element(text, "h1") || "").replace(/\s+/g, " ") };
  // Below the first line stand ids and times.
  const lines = [element(text, "Message"), element(text, "AuthenticationErrorDetail")].map(
    (said) => said?.split("\n")[0],
  );
  const code = element(text, "Code");
  return { ...(code && { code }), detail: lines.filter(Boolean).join("\n") };
}

function unwrap(text: string, depth: number): DecodedAnswer {
  if (depth >= deepest) return { detail: text };
  const value = parsed(text);
  if (typeof value === "string") return unwrap(value, depth + 1);
  if (value !== undefined) return fromValue(value, depth);
  return fromPortal(text) ?? nested(text, depth) ?? { detail: text };
}

/** The portal's way: the faults of a definition in quotes in a sentence in quotes. */
function fromPortal(text: string): DecodedAnswer | undefined {
  const openings = [/has the following errors:\s*'/, /^Definition is not valid\.\s*Error:\s*'/];
  let rest = text;
  let opened = 0;
  for (const opening of openings) {
    const found = opening.exec(rest);
    if (found === null) continue;
    opened++;
    rest = rest.slice(found.index + found[0].length);
  }
  if (opened === 0) return undefined;
  // As many quotes are closed at the end, each perhaps with a full stop behind it.
  rest = rest.trimEnd();
  for (; opened > 0; opened--) rest = rest.replace(/'\.?$/, "");
  return { detail: rest };
}

/** What JSON says; a list says all that its items say. */
function fromValue(value: unknown, depth: number): DecodedAnswer {
  if (typeof value === "string") return { detail: value };
  if (depth >= deepest || typeof value !== "object" || value === null) return { detail: "" };
  if (!Array.isArray(value)) return fromObject(value as Record<string, unknown>, depth);
  const items = value.map((item) => fromValue(item, depth + 1));
  const code = items.find((item) => item.code !== undefined)?.code;
  const details = new Set(items.map((item) => item.detail).filter((detail) => detail !== ""));
  return { ...(code !== undefined && { code }), detail: [...details].join("\n") };
}

function fromObject(object: Record<string, unknown>, depth: number): DecodedAnswer {
  const member = (...names: string[]): unknown =>
    names
      .map((name) => object[name])
      .find((value) => value !== undefined && value !== null && value !== "");
  const wrapped = member("error", "Error", "odata.error");
  if (isRecord(wrapped)) return fromValue(wrapped, depth + 1);
  const code = member("code", "Code", "errorCode");
  const own = (typeof code === "string" || typeof code === "number") && { code: String(code) };
  const message = member(
    "ExceptionMessage",
    "message",
    "Message",
    "error_description",
    "detail",
    "title",
    "error",
  );
  const told =
    typeof message === "string" ? unwrap(message, depth + 1) : fromValue(message, depth + 1);
  // Details are nearer to the cause than the sentence above them, unless that one unwrapped to something.
  if (told.detail === "" || told.detail === message)
    for (const name of detailNames) {
      const value = object[name];
      const isByMember = isRecord(value) && (name === "errors" || name === "ModelState");
      const inner = fromValue(isByMember ? Object.values(value) : value, depth + 1);
      if (inner.detail !== "") return { ...own, ...inner };
    }
  return { ...own, ...told };
}

/** Where the parts of a fault stand; ASP.NET has the last two by the member that is at fault. */
const detailNames = [
  "details",
  "innererror",
  "innerError",
  "InnerError",
  "innerException",
  "InnerException",
  "errors",
  "ModelState",
];

/** JSON that stands somewhere in a text, as it is or with its quotes escaped. */
function nested(text: string, depth: number): DecodedAnswer | undefined {
  const start = text.search(/\{\s*\\*"/);
  if (start < 0) return undefined;
  const rest = text.slice(start);
  const end = rest.lastIndexOf("}") + 1;
  // An example in the middle of a sentence is a part of it.
  const isIntroduced =
    start === 0 || /[:=]\s*['"\\]*$/.test(text.slice(Math.max(0, start - 20), start));
  if (!isIntroduced && /\w/.test(rest.slice(end))) return undefined;
  const candidates = [rest.slice(0, end)];
  if (/^\{\s*\\/.test(rest)) candidates.push(unescaped(candidates[0]!));
  for (const candidate of candidates) {
    const value = parsed(candidate);
    if (!isRecord(value)) continue;
    const found = fromValue(value, depth + 1);
    if (found.detail !== "") return found;
  }
  // What is cut off or closed by something else is no JSON; its last message still says the reason.
  const plain = rest.replace(/(?<!\\)\\+"/g, '"');
  const message = [...plain.matchAll(/"message"\s*:\s*"([^"]{3,})/gi)].at(-1)?.[1];
  if (message === undefined) return undefined;
  const code = [...plain.matchAll(/"code"\s*:\s*"([^"]+)"/gi)].at(-1)?.[1];
  return { ...(code !== undefined && { code }), detail: message };
}

function unescaped(text: string): string {
  const value = parsed(`"${text}"`);
  return typeof value === "string" ? value : text.replaceAll('\\"', '"');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of the first element of a name, up to the next tag, with the usual entities read. */
function element(text: string, name: string): string | undefined {
  const start = text.search(new RegExp(`<${name}\\b[^<>]*>`, "i"));
  if (start < 0) return undefined;
  const from = text.indexOf(">", start) + 1;
  const to = text.indexOf("<", from);
  return text
    .slice(from, to < 0 ? from + 1_000 : to)
    .replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (_, entity: string) => entities[entity]!)
    .trim();
}

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
  nbsp: " ",
};

/** Plain lines without the escapes that are left. */
function tidy(text: string): string {
  return text
    .split(/\\r\\n|\\n|\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
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
    isAnonymous = false,
  }: {
    status: number;
    url: URL;
    text: string;
    requestId: string | undefined;
    mayHaveHappened: boolean;
    /** Whether no token was sent, as to an address with a signature. */
    isAnonymous?: boolean;
  },
): ServiceError {
  const { code, detail } = decodeAnswer(text);
  const { reason, todo } =
    (isAnonymous ? meaningWithoutToken(status, url) : undefined) ??
    meaning(status, url, code ?? "", detail);
  const said = [code, detail].filter(Boolean).join(": ");
  const shown = said.length > longestShown ? `${said.slice(0, longestShown)} …` : said;
  const message = `${begin(what)}${reason}${said === "" ? "" : ` The service says:\n${shown}`}`;
  return new ServiceError("answer", message, {
    status,
    code,
    detail,
    todo,
    requestId,
    mayHaveHappened,
  });
}

/** What a refusal means where the address alone decides who may come in. */
function meaningWithoutToken(
  status: number,
  { host }: URL,
): { reason: string; todo?: string } | undefined {
  if (status === 401 || status === 403)
    return {
      reason: `${host} does not let it pass (${status}); the address that the service gave out may be used up.`,
      todo: "Try again: the service gives out a new address each time.",
    };
  return status === 404 ? { reason: `${host} does not have it (404).` } : undefined;
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
      todo: "Sign in for this cloud: `paconn login --force --cloud NAME`, or `--resource URL` for an address of your own. `paconn doctor` tells what the token is for; one in $PACONN_ACCESS_TOKEN wins over every login.",
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
        todo: "`paconn whoami` tells which account it is. It needs the role Environment Maker in the environment, and connectors of others have to be shared with it; --env and --cid take ids, not names.",
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

/**
 * The error that a failure of `fetch` means, for which Node only says "fetch failed".
 * @param mayHaveHappened whether the request does harm when it is carried out twice; where nothing was sent, it was not
 * carried out at all
 */
export function errorOfFailure(
  what: string,
  url: URL,
  failure: unknown,
  mayHaveHappened: boolean,
): ServiceError {
  const { code, message, hostname } = innermost(failure);
  const { host } = url;
  const error = (reason: string, todo?: string, kind: ServiceError["kind"] = "network") =>
    new ServiceError(kind, begin(what) + reason, {
      code,
      todo,
      mayHaveHappened: mayHaveHappened && !unsent.test(code),
    });
  if (nameOf(failure) === "TimeoutError" || /^(UND_ERR_\w+_TIMEOUT|ETIMEDOUT)$/.test(code))
    return error(
      `${host} did not answer in time.`,
      "Try again; `paconn doctor` tells what can be reached.",
      "timeout",
    );
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return hostname === undefined || hostname === url.hostname
      ? error(
          `${host} is not known in this network.`,
          "Check the address and the connection; behind a proxy, set HTTPS_PROXY.",
        )
      : error(
          `The proxy ${hostname} is not known in this network, so ${host} cannot be reached.`,
          "Check HTTPS_PROXY.",
        );
  if (code === "ECONNREFUSED")
    return error(
      `${host} refuses connections.`,
      "Check the address, and HTTPS_PROXY when there is a proxy.",
    );
  const refusal = /^Proxy response \((\d+)\)/.exec(message)?.[1];
  if (refusal !== undefined)
    return error(
      `The proxy does not connect to ${host} (${refusal}).`,
      refusal === "407"
        ? "It wants a user name and a password: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT."
        : "Ask whoever runs the proxy to allow that host, or name it in NO_PROXY if it can be reached without.",
    );
  if (certificate.test(code))
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

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|^UND_ERR_PRX_TLS$/;
/** No connection came about; UND_ERR_ABORTED is that of a proxy which refuses. */
const unsent = new RegExp(
  `^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|UND_ERR_ABORTED)$|${certificate.source}`,
);

/** Whether another attempt would meet the same failure. */
export function isLasting({ code = "" }: ServiceError): boolean {
  return /^(ENOTFOUND|ECONNREFUSED|UND_ERR_ABORTED)$/.test(code) || certificate.test(code);
}

function innermost(failure: unknown): { code: string; message: string; hostname?: string } {
  let at: unknown = failure;
  let code = "";
  let message = String(failure);
  let hostname: string | undefined;
  for (let depth = 0; depth < 10 && at instanceof Error; depth++) {
    const error = at as NodeJS.ErrnoException & { hostname?: string };
    message = error.message || message;
    if (typeof error.code === "string") code = error.code;
    hostname = error.hostname ?? hostname;
    // Several addresses were tried; the first one says enough.
    at = at instanceof AggregateError && at.cause === undefined ? at.errors[0] : at.cause;
  }
  return {
    code,
    message: message.replace(/\.$/, ""),
    ...(hostname !== undefined && { hostname }),
  };
}

function nameOf(failure: unknown): string {
  return failure instanceof Error ? failure.name : "";
}

/** How a message begins: with what was asked for. */
function begin(what: string): string {
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: `;
}
