import type { Fetch } from "./http.js";

/**
 * `fetch` as the environment wants it: that of Node, or through the proxies of HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in
 * which case the library that Node's own is made of is loaded. NODE_EXTRA_CA_CERTS is Node's own business.
 */
export async function fetchFor(env: NodeJS.ProcessEnv): Promise<Fetch> {
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY;
  const httpProxy = env.http_proxy || env.HTTP_PROXY;
  if (!httpsProxy && !httpProxy) return globalThis.fetch;
  const { EnvHttpProxyAgent, fetch } = await import("undici");
  const noProxy = [env.no_proxy || env.NO_PROXY, "localhost", "127.0.0.1", "::1"].filter(Boolean);
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy && { httpProxy }),
    ...(httpsProxy && { httpsProxy }),
    noProxy: noProxy.join(","),
  });
  return (url, init) =>
    fetch(url, { ...(init as object), dispatcher }) as Promise<unknown> as Promise<Response>;
}
