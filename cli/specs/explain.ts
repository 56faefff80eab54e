import type { CommandSpec } from "../command.js";
import { json } from "./options.js";

export const explain: CommandSpec = {
  name: "explain",
  arguments: [{ name: "<rule>", description: "a rule, or a code of Microsoft's validator" }],
  summary: "Tell what a rule wants and why, with examples",
  options: [json],
  examples: [
    { command: "paconn explain operation-id-required", does: "by its name" },
    { command: "paconn explain OperationIdRequired", does: "by Microsoft's code" },
  ],
  load: () => import("../commands/explain.js"),
};
