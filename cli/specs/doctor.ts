import type { CommandSpec } from "../command.js";
import { json, service } from "./options.js";

export const doctor: CommandSpec = {
  name: "doctor",
  arguments: [],
  summary: "Tell what may stand in the way of reaching the service",
  options: [...service, json],
  examples: [{ command: "paconn doctor", does: "versions, account, addresses, proxies" }],
  load: () => import("../commands/doctor.js"),
};
