import type { CommandSpec } from "../command.js";
import { create } from "./create.js";
import { diff } from "./diff.js";
import { doctor } from "./doctor.js";
import { download } from "./download.js";
import { environments } from "./environments.js";
import { explain } from "./explain.js";
import { init } from "./init.js";
import { list } from "./list.js";
import { login } from "./login.js";
import { logout } from "./logout.js";
import { lsp } from "./lsp.js";
import { packageCheck } from "./packageCheck.js";
import { preview } from "./preview.js";
import { rules } from "./rules.js";
import { update } from "./update.js";
import { validate } from "./validate.js";
import { whoami } from "./whoami.js";

/** Every command, in the order of the help: what help, parsing and the documentation say of it. */
export const commands: readonly CommandSpec[] = [
  validate,
  packageCheck,
  rules,
  explain,
  preview,
  init,
  login,
  logout,
  whoami,
  environments,
  list,
  download,
  create,
  update,
  diff,
  doctor,
  lsp,
];
