import { readFileSync } from "node:fs";
import { packageFile } from "../host/packageFile.js";

const example = (connector: string, file: string) =>
  readFileSync(packageFile("examples", connector, file), "utf8");

/** The files of a connector in which nothing is wrong. */
export const clean = {
  "apiDefinition.swagger.json": example("contoso-invoices", "apiDefinition.swagger.json"),
  "apiProperties.json": example("contoso-invoices", "apiProperties.json"),
  "readme.md": example("contoso-invoices", "readme.md"),
};

/** The same, but an operation of the definition has no operationId. */
export const faulty = {
  ...clean,
  "apiDefinition.swagger.json": clean["apiDefinition.swagger.json"].replace(
    '"operationId": "GetInvoice",',
    "",
  ),
};

/** The files under a folder. */
export function under(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}
