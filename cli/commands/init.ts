import { ExitCode } from "../command.js";

export async function run(): Promise<ExitCode> {
  return ExitCode.Failed;
}
