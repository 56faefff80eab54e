import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../host/packageFile.js";
import { folderWith } from "./terminal.js";

/** The texts of the example with faults, by name. */
export const example = Object.fromEntries(
  readdirSync(packageFile("examples/contoso-tickets")).map((name) => [
    name,
    readFileSync(packageFile("examples/contoso-tickets", name), "utf8"),
  ]),
);

/** A copy of the example with faults, and more files beside it. */
export function contoso(more: Record<string, string | Uint8Array> = {}, below = "") {
  const inFolder = Object.fromEntries(
    Object.entries(example).map(([name, text]) => [join(below, name), text]),
  );
  const root = folderWith({ ...inFolder, ...more });
  const folder = join(root, below);
  return {
    root,
    folder,
    definition: join(folder, "apiDefinition.swagger.json"),
    properties: join(folder, "apiProperties.json"),
  };
}

/** Some of the rules that find something in its definition. */
export const inDefinition = [
  "info-title-no-restricted-words",
  "host-valid",
  "parameter-summary-present",
  "referenced-operation-exists",
  "operation-summary-ending",
  "path-parameter-encoding",
];
/** Some of those that find something in its properties. */
export const inProperties = ["icon-brand-color-default", "policy-operation-exists"];

/** Longer than anything that is going on here. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 400));
