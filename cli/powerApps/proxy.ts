import type { Fetch } from "./http.js";
import { ServiceError } from "./serviceError.js";

/**
 * `fetch` as the environment wants it: that of Node, or through the proxies of HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in
 * which case the library that Node's own is made of is loaded. Addresses on this machine are never proxied.
 * NODE_EXTRA_CA_CERTS is Node's own business. Idle connections do not keep the process alive.
 * @throws ServiceError for a proxy that is no address
 */
export async function fetchFor(env: NodeJS.ProcessEnv): Promise<Fetch> {
  const httpsProxy = proxyIn(env, "https_proxy");
  const httpProxy = proxyIn(env, "http_proxy");
  const noProxy = valueIn(env, "no_proxy") ?? "";
  const isNever = noProxy.trim() === "*";
  if ((httpsProxy === undefined && httpProxy === undefined) || isNever) return globalThis.fetch;
  // The bundle hands out a CommonJS library that is loaded late by its default alone.
  const { default: undici } = await import("undici");
  const dispatcher = new undici.EnvHttpProxyAgent({
    ...(httpProxy !== undefined && { httpProxy }),
    ...(httpsProxy !== undefined && { httpsProxy }),
    noProxy: `${noProxy},localhost,127.0.0.1,[::1],169.254.169.254`,
  });
  return (url, init) =>
    undici.fetch(url, { ...(init as object), dispatcher }) as Promise<unknown> as Promise<Response>;
}

/** The address of a proxy; one without a scheme, as curl takes it, is one with http. */
function proxyIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = valueIn(env, name);
  if (value === undefined) return undefined;
  const address = value.includes("://") ? value : `http://${value}`;
  if (URL.canParse(address) && /^(https?|socks5?):$/.test(new URL(address).protocol))
    return address;
  // Its value may hold a password.
  throw new ServiceError("network", `${name.toUpperCase()} is no address of a proxy.`, {
    todo: "It looks like http://proxy.contoso.com:8080; `NO_PROXY=*` goes without.",
  });
}

/** A variable under its lower-case name, which curl prefers, or its upper-case one. */
function valueIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name] || env[name.toUpperCase()] || undefined;
}
