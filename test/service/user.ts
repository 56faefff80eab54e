import { join } from "node:path";
import { onTestFinished } from "vitest";
import { folderWith, paconn, type Result } from "../terminal.js";
import { EmulatedService, maker, tokenOf } from "./powerApps.js";

/** A person with a token, a state folder and the emulator, who types commands in a folder. */
export async function userOf(
  files: Record<string, string | Uint8Array> = {},
  { token = tokenOf(maker) }: { token?: string } = {},
) {
  const service = await new EmulatedService().start();
  onTestFinished(() => service.close());
  const folder = folderWith(files);
  const home = folderWith({});
  const env = { PACONN_ACCESS_TOKEN: token, HOME: home, XDG_STATE_HOME: join(home, "state") };
  const addresses = ["--pau", service.url, "--flow-url", service.url, "--bap-url", service.url];
  return {
    service,
    folder,
    home,
    env,
    addresses,
    run: (args: string[], more: Parameters<typeof paconn>[1] = {}): Promise<Result> =>
      paconn([...args, ...addresses], { folder, env, ...more }),
  };
}
