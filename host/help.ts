import { pathToFileURL } from "node:url";
import { packageFile } from "./packageFile.js";

/** The address of the shipped page of a rule. */
export function helpOf(rule: string): string {
  return pathToFileURL(packageFile("docs", "rules", `${rule}.md`)).href;
}
