import type { CommandSpec } from "../command.js";
import { json } from "./options.js";

export const explain: CommandSpec = {
  name: "explain",
  arguments: [
    {
      name: "<rule>",
      description: "a rule, a code of Microsoft's validator, or the number of a policy",
    },
  ],
  summary: "Tell what a rule wants and why, with examples",
  options: [json],
  examples: [
    { command: "paconn explain operation-id-required", does: "by its name" },
    { command: "paconn explain OperationIdRequired", does: "by Microsoft's code" },
    { command: "paconn explain 5000.1.1.7", does: "by the certification policy that asks for it" },
  ],
  load: () => import("../commands/explain.js"),
};
