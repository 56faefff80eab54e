import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Connector } from "../connector/connector.js";
import type { Finding } from "../rulesets/rule.js";
import { LastGood, type Whole } from "./lastGood.js";
import { viewOf } from "./model.js";
import { contentHtml, documentHtml, operationHtml, type Page } from "./page.js";
import { script } from "./script.js";
import { style } from "./style.js";

/** A page of this machine that shows a connector as a maker sees it. */
export interface Preview {
  /** Where it is; nobody who does not know the address can see it. */
  readonly url: string;
  /** Shows another state of the connector to all who look, now and later. */
  show(connector: Connector, findings: readonly Finding[]): void;
  /** Ends it, also for those who look. */
  close(): Promise<void>;
}

/**
 * Starts a preview, which is empty until something is shown.
 * @param options `port`: a free one when absent; `isFramed`: an editor shows it in a frame of its own, to which it may lead
 *   through a proxy or a tunnel that has another name
 * @throws when the port is taken
 */
export async function startPreview(
  options: { port?: number; isFramed?: boolean } = {},
): Promise<Preview> {
  const { isFramed = false } = options;
  const token = randomBytes(16).toString("hex");
  const shown = new Shown();
  /** Those who look. */
  const listeners = new Set<ServerResponse>();
  const tell = (listener: ServerResponse) => listener.write(`data: ${shown.version}\n\n`);

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headersOf(isFramed)))
      response.setHeader(name, value);
    const path = pathOf(request, { port, token, isFramed });
    if (typeof path === "number") {
      if (path === 405) response.setHeader("Allow", "GET");
      response.writeHead(path, { "Content-Type": types.text }).end(`${answers[path]}\n`);
      return;
    }
    if (path.name === "events") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write("retry: 1000\n");
      listeners.add(response);
      response.once("close", () => listeners.delete(response));
      tell(response);
      return;
    }
    try {
      const answer = shown.answer(path.name, path.query);
      if (answer === undefined)
        response.writeHead(404, { "Content-Type": types.text }).end("There is no such page.\n");
      else response.writeHead(200, { "Content-Type": answer.type }).end(answer.body);
    } catch (error) {
      response.writeHead(500, { "Content-Type": types.text });
      response.end(`This is a bug of paconn; please report it.\n${(error as Error).stack}\n`);
    }
  });
  let port = options.port ?? 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1" }, resolve);
  });
  port = (server.address() as AddressInfo).port;

  return {
    url: `http://127.0.0.1:${port}/${token}/`,
    show(connector, findings) {
      shown.take(connector, findings);
      for (const listener of listeners) tell(listener);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

function headersOf(isFramed: boolean): Record<string, string> {
  return {
    // Editors have frames of many addresses.
    "Content-Security-Policy": isFramed ? policy : `${policy}; frame-ancestors 'none'`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    // A proxy that compresses would hold events back.
    "Cache-Control": "no-store, no-transform",
    "Cross-Origin-Resource-Policy": isFramed ? "cross-origin" : "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
}

const types = {
  text: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  javaScript: "text/javascript; charset=utf-8",
  png: "image/png",
};

const answers = {
  403: "This address is not one of the preview.",
  404: "There is no such page.",
  405: "The preview can be read and nothing else.",
};

/**
 * What is asked for, or the status that refuses it. A page of somebody else whose name was made to lead to this machine tells
 * that name as the host; one that guesses the port does not know the token. In a frame of an editor that is far away, any name
 * may be right, and the token alone counts.
 */
function pathOf(
  { headers, method, url = "/" }: IncomingMessage,
  { port, token, isFramed }: { port: number; token: string; isFramed: boolean },
): { name: string; query: URLSearchParams } | keyof typeof answers {
  const isOurName = headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
  if (!isOurName && !isFramed) return 403;
  if (method !== "GET") return 405;
  const [, given = "", name, query = ""] = /^\/([^/?]*)\/([^?]*)(?:\?(.*))?$/.exec(url) ?? [];
  if (name === undefined || !isSame(given, token)) return 404;
  return { name, query: new URLSearchParams(query) };
}

/** Compares in a time that does not tell how much is right. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}

/** What is shown at present. Its page is made when somebody asks for it, once for each state. */
class Shown {
  private readonly lastGood = new LastGood();
  private whole: Whole = {
    connector: new Connector([], "certified"),
    findings: [],
    notices: [],
  };
  private made: Page | undefined;
  private count = 0;

  get version(): string {
    return String(this.count);
  }

  take(connector: Connector, findings: readonly Finding[]): void {
    this.whole = this.lastGood.of(connector, findings);
    this.made = undefined;
    this.count++;
  }

  answer(name: string, query: URLSearchParams): Answer | undefined {
    switch (name) {
      case "page.css":
        return { type: types.css, body: style };
      case "page.js":
        return { type: types.javaScript, body: script };
      case "":
        return { type: types.html, body: documentHtml(this.page) };
      case "content":
        return { type: types.html, body: contentHtml(this.page).text };
      case "operation": {
        const { triggers, actions } = this.page.view;
        const key = query.get("key");
        const operation = [...triggers, ...actions].find((each) => each.key === key);
        return operation && { type: types.html, body: operationHtml(operation).text };
      }
      case "icon.png": {
        const { icon } = this.page.view.card;
        return icon && { type: types.png, body: icon };
      }
      default:
        return undefined;
    }
  }

  private get page(): Page {
    if (this.made === undefined) {
      const { connector, findings, notices } = this.whole;
      const view = viewOf(connector, findings);
      const { icon } = view.card;
      this.made = {
        version: this.version,
        view,
        notices,
        // Another icon has another address, and the same one is fetched once.
        icon: icon && `icon.png?${createHash("sha256").update(icon).digest("hex").slice(0, 16)}`,
      };
    }
    return this.made;
  }
}

interface Answer {
  type: string;
  body: string | Uint8Array;
}
