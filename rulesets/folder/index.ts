import type { Rule } from "../rule.js";
import scriptOneFile from "./script-one-file.js";

/** The rules about the folder as a whole, by name. */
export const folderRules: readonly Rule[] = [scriptOneFile];
