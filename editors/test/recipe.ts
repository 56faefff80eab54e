import { readFileSync } from "node:fs";
import { packageFile } from "../../host/packageFile.js";

/** The code below a heading of docs/editors.md, so that what the page says is what is tested. */
export function recipe(heading: string): string {
  const page = readFileSync(packageFile("docs/editors.md"), "utf8");
  const sections = page
    .split(/^(?=#+ )/m)
    .filter((each) => each.split("\n")[0]!.endsWith(` ${heading}`));
  const code = sections.map((section) => /^```\w*\n(.*?)^```$/ms.exec(section)?.[1]);
  if (code.length !== 1 || code[0] === undefined)
    throw new Error(`docs/editors.md has no recipe, or more than one, for ${heading}.`);
  return code[0];
}
