import type { Rule } from "../rule.js";
import folderNoExtraFiles from "./folder-no-extra-files.js";
import folderRequiredFiles from "./folder-required-files.js";
import readmePresent from "./readme-present.js";
import scriptOneFile from "./script-one-file.js";

/** The rules about the folder as a whole, by name. */
export const folderRules: readonly Rule[] = [
  folderNoExtraFiles,
  folderRequiredFiles,
  readmePresent,
  scriptOneFile,
];
