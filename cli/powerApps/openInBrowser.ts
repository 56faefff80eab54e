import { spawn } from "node:child_process";
import { isLoopback } from "./clouds.js";

/**
 * Opens an address in the browser of the user: one of the web over TLS, or one of this machine.
 * @param failed called when there is no browser, as far as that can be told
 */
export function openInBrowser(
  address: string,
  env: NodeJS.ProcessEnv,
  failed: () => void = () => {},
): void {
  const url = new URL(address);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url))) return;
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler"]
        : [env.BROWSER || "xdg-open"];
  const opener = spawn(command!, [...args, url.href], { stdio: "ignore", detached: true, env });
  opener.once("error", failed);
  opener.once("exit", (code) => {
    if (code !== 0 && code !== null) failed();
  });
  opener.unref();
}
