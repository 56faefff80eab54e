import { homedir } from "node:os";
import { join } from "node:path";

/** Where this program keeps who is signed in and what was seen on the server. */
export function stateFolder(env: NodeJS.ProcessEnv, platform = process.platform): string {
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, "paconn");
  const home = env.HOME || homedir();
  if (platform === "win32")
    return join(env.LOCALAPPDATA || join(homedir(), "AppData", "Local"), "paconn");
  if (platform === "darwin") return join(home, "Library", "Application Support", "paconn");
  return join(home, ".local", "state", "paconn");
}
