/**
 * A double of Microsoft's sign-in service over HTTPS, with a certificate of its own and real state: codes, sessions that can
 * be revoked, secrets and assertions that are checked. Its answers have the members that msal reads.
 */
import { createHash, createPublicKey, randomUUID, verify, X509Certificate } from "node:crypto";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { Agent, fetch as undiciFetch } from "undici";
import type { Fetch } from "../../cli/powerApps/http.js";
import { maker, type User } from "./powerApps.js";

export const tenantId = "11111111-2222-3333-4444-555555555555";
export const appId = "77777777-2222-3333-4444-555555555555";
export const appSecret = "the~secret~of~the~application";
export const federatedToken = "a.federated.token";
const appObjectId = "88888888-2222-3333-4444-555555555555";

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

export class IdentityDouble {
  readonly requests: { path: string; body: URLSearchParams }[] = [];
  /** Who types the code; nobody yet when absent. */
  user: User | undefined = maker;
  /** What happens to a code instead of signing in. */
  deviceFault: { error: string; number: number } | undefined;
  /** How often a code is not entered yet. */
  pending = 1;
  expiresIn = 3_600;
  /** Fails the next requests for a token with an AADSTS number. */
  fault: number | undefined;
  /** Whether a refresh token is good only once. */
  isStrict = false;
  /** The certificate that the application has registered. */
  certificate: string | undefined;
  private readonly sessions = new Map<string, User>();
  private readonly codes = new Map<string, { challenge: string; user: User }>();
  private server: ReturnType<typeof createServer> | undefined;
  url = "";
  /** The certificate of the double. */
  ca = "";

  async start(): Promise<this> {
    const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
      keyType: "ec",
      algorithm: "sha256",
      extensions: [
        { name: "basicConstraints", cA: true, critical: true },
        {
          name: "subjectAltName",
          altNames: [
            { type: 2, value: "localhost" },
            { type: 7, ip: "127.0.0.1" },
          ],
        },
      ],
    });
    this.ca = cert;
    this.server = createServer({ key, cert }, async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const url = new URL(request.url!, this.url);
      const body = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
      this.requests.push({ path: url.pathname, body });
      const { status, value, location } = this.answer(url, body, request.headers.authorization);
      response.writeHead(status, {
        "Content-Type": "application/json; charset=utf-8",
        ...(location !== undefined && { Location: location }),
      });
      response.end(JSON.stringify(value));
    });
    await new Promise<void>((resolve) => this.server!.listen(0, "127.0.0.1", resolve));
    this.url = `https://localhost:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Ends every session, as an administrator can. */
  revoke(): void {
    this.sessions.clear();
  }

  /** `fetch` that trusts the certificate of the double, and counts. */
  fetch(): Fetch {
    const dispatcher = new Agent({ connect: { ca: this.ca } });
    return (url, init) =>
      undiciFetch(url, {
        ...(init as object),
        dispatcher,
      }) as Promise<unknown> as Promise<Response>;
  }

  /** What a browser does with the address that it is opened with: the user agrees, and comes back. */
  async browse(address: string): Promise<void> {
    const response = await this.fetch()(new URL(address), { redirect: "manual" });
    const back = new URL(response.headers.get("location")!);
    const body = new URLSearchParams(back.search);
    back.search = "";
    await fetch(back, { method: "POST", body });
  }

  private answer(
    url: URL,
    body: URLSearchParams,
    authorization: string | undefined,
  ): { status: number; value: object; location?: string } {
    const [, tenant, ...rest] = url.pathname.split("/");
    const path = rest.join("/");
    if (url.pathname === "/github-token" || url.pathname === "/devops-token") {
      const isGood =
        authorization === "Bearer job-token" &&
        (url.searchParams.get("audience") === "api://AzureADTokenExchange" ||
          url.searchParams.get("serviceConnectionId") === "connection-1");
      return isGood
        ? { status: 200, value: { value: federatedToken, oidcToken: federatedToken } }
        : { status: 401, value: { message: "no" } };
    }
    if (path === "v2.0/.well-known/openid-configuration")
      return {
        status: 200,
        value: {
          issuer: `${this.url}/${tenantId}/v2.0`,
          token_endpoint: `${this.url}/${tenant}/oauth2/v2.0/token`,
          authorization_endpoint: `${this.url}/${tenant}/oauth2/v2.0/authorize`,
          device_authorization_endpoint: `${this.url}/${tenant}/oauth2/v2.0/devicecode`,
          end_session_endpoint: `${this.url}/${tenant}/oauth2/v2.0/logout`,
          jwks_uri: `${this.url}/${tenant}/discovery/v2.0/keys`,
        },
      };
    if (path === "oauth2/v2.0/devicecode")
      return {
        status: 200,
        value: {
          user_code: "CODE1234",
          device_code: "device-code-secret",
          verification_uri: "https://microsoft.com/devicelogin",
          expires_in: 900,
          interval: 0.01,
          message: "Enter the code.",
        },
      };
    if (path === "oauth2/v2.0/authorize") {
      const code = `code-${randomUUID()}`;
      this.codes.set(code, {
        challenge: url.searchParams.get("code_challenge")!,
        user: this.user!,
      });
      const back = new URL(url.searchParams.get("redirect_uri")!);
      back.searchParams.set("code", code);
      back.searchParams.set("state", url.searchParams.get("state")!);
      return { status: 302, value: {}, location: back.href };
    }
    if (path === "oauth2/v2.0/token") return this.token(tenant!, body);
    return { status: 404, value: { error: "not_found" } };
  }

  private token(tenant: string, body: URLSearchParams): { status: number; value: object } {
    const fail = (error: string, number: number, what: string, status = 400) => ({
      status,
      value: {
        error,
        error_description: `AADSTS${number}: ${what} Trace ID: trace-1 Correlation ID: correlation-1`,
        error_codes: [number],
        trace_id: "trace-1",
        correlation_id: "correlation-1",
      },
    });
    if (this.fault !== undefined) {
      const number = this.fault;
      this.fault = undefined;
      return fail("invalid_grant", number, "Something stands in the way.");
    }
    switch (body.get("grant_type")) {
      case "urn:ietf:params:oauth:grant-type:device_code":
      case "device_code":
        if (body.get("device_code") !== "device-code-secret")
          return fail("invalid_grant", 70019, "Wrong code.");
        if (this.deviceFault !== undefined)
          return fail(this.deviceFault.error, this.deviceFault.number, "It ended.");
        if (this.pending-- > 0) return fail("authorization_pending", 70016, "Not entered yet.");
        return this.session(this.user!, body);
      case "authorization_code": {
        const known = this.codes.get(body.get("code") ?? "");
        const challenge = createHash("sha256")
          .update(body.get("code_verifier") ?? "")
          .digest("base64url");
        return known?.challenge === challenge
          ? this.session(known.user, body)
          : fail("invalid_grant", 501481, "The verifier does not match.");
      }
      case "refresh_token": {
        const token = body.get("refresh_token") ?? "";
        const user = this.sessions.get(token);
        if (this.isStrict) this.sessions.delete(token);
        if (user === undefined)
          return fail("invalid_grant", 700082, "The refresh token has expired.");
        return this.session(user, body);
      }
      case "client_credentials":
        if (tenant !== "contoso.com" && tenant !== tenantId)
          return fail("invalid_request", 90002, "No such tenant.");
        if (body.get("client_id") !== appId)
          return fail("unauthorized_client", 700016, "No such application.");
        if (body.has("client_secret"))
          return body.get("client_secret") === appSecret
            ? this.appToken(body)
            : fail("invalid_client", 7000215, "Invalid client secret provided.", 401);
        return this.isGoodAssertion(body.get("client_assertion") ?? "")
          ? this.appToken(body)
          : fail("invalid_client", 700213, "No matching federated identity record found.", 401);
      default:
        return fail("unsupported_grant_type", 70003, String(body.get("grant_type")));
    }
  }

  private isGoodAssertion(assertion: string): boolean {
    if (assertion === federatedToken) return true;
    if (this.certificate === undefined) return false;
    const [head, claims, signature] = assertion.split(".");
    const { alg } = JSON.parse(Buffer.from(head!, "base64url").toString()) as { alg: string };
    const key = createPublicKey(
      new X509Certificate(this.certificate).publicKey.export({ type: "spki", format: "pem" }),
    );
    return verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      alg === "PS256" ? { key, padding: 6, saltLength: 32 } : key,
      Buffer.from(signature!, "base64url"),
    );
  }

  private accessToken(claims: object, scope: string): string {
    const aud = scope
      .split(" ")
      .find((each) => each.endsWith("/.default"))
      ?.replace(/\/\.default$/, "");
    const exp = Math.floor(Date.now() / 1_000) + this.expiresIn;
    return `${encode({ alg: "none" })}.${encode({ aud, tid: tenantId, exp, jti: randomUUID(), ...claims })}.x`;
  }

  private session(user: User, body: URLSearchParams) {
    const refresh = `refresh-${randomUUID()}`;
    this.sessions.set(refresh, user);
    const scope = body.get("scope") ?? "";
    const idClaims = {
      aud: body.get("client_id"),
      iss: `${this.url}/${tenantId}/v2.0`,
      exp: Math.floor(Date.now() / 1_000) + 3_600,
      iat: 1,
      nbf: 1,
      oid: user.id,
      sub: user.id,
      tid: tenantId,
      preferred_username: user.userPrincipalName,
      name: user.displayName,
      ver: "2.0",
    };
    return {
      status: 200,
      value: {
        token_type: "Bearer",
        scope: scope
          .split(" ")
          .filter((each) => each.startsWith("http"))
          .join(" "),
        expires_in: this.expiresIn,
        ext_expires_in: this.expiresIn,
        access_token: this.accessToken({ oid: user.id, upn: user.userPrincipalName }, scope),
        refresh_token: refresh,
        client_info: encode({ uid: user.id, utid: tenantId }),
        id_token: `${encode({ alg: "none", typ: "JWT" })}.${encode(idClaims)}.`,
      },
    };
  }

  private appToken(body: URLSearchParams) {
    return {
      status: 200,
      value: {
        token_type: "Bearer",
        expires_in: this.expiresIn,
        ext_expires_in: this.expiresIn,
        access_token: this.accessToken({ oid: appObjectId, appid: appId }, body.get("scope") ?? ""),
      },
    };
  }
}
