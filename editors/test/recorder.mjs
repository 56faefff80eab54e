/**
 * Stands between an editor and the language server and notes which messages pass:
 * `node recorder.mjs NOTES PROGRAM ARGUMENT…`.
 *
 * Each is noted by its method, once. A request is noted when it is answered, and a question about texts
 * only when the answer holds something.
 */
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";

const [notes, program, ...args] = process.argv.slice(2);
const server = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
server.once("close", (status) => process.exit(status ?? 1));

const noted = new Set();
const requests = { editor: new Map(), server: new Map() };

connect(process.stdin, server.stdin, "editor");
connect(server.stdout, process.stdout, "server");

function connect(from, to, sender) {
  const receiver = sender === "editor" ? "server" : "editor";
  const read = reader((message) => hear(message, requests[sender], requests[receiver]));
  from.on("data", (bytes) => {
    // Noted first: an editor that has its answer may end at once, and everything with it.
    read(bytes);
    to.write(bytes);
  });
  from.once("end", () => to.end());
  to.on("error", () => {});
}

function hear({ id, method, result, error }, asked, answered) {
  if (method !== undefined && id !== undefined) asked.set(id, method);
  else if (method !== undefined) note(method);
  else {
    const question = answered.get(id);
    answered.delete(id);
    if (question === undefined || error !== undefined) return;
    if (!/^textDocument\/|\/symbol$/.test(question) || holdsSomething(result)) note(question);
  }
}

function holdsSomething(result) {
  const list = result?.items ?? result?.data ?? result;
  return list != null && (!Array.isArray(list) || list.length > 0);
}

function note(method) {
  if (noted.has(method)) return;
  noted.add(method);
  appendFileSync(notes, `${method}\n`);
}

/** Takes the bytes of one direction and hands over each message that is whole. */
function reader(take) {
  let bytes = Buffer.alloc(0);
  return (more) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const start = bytes.indexOf("\r\n\r\n") + 4;
      if (start < 4) return;
      const length = Number(/content-length: *(\d+)/i.exec(bytes.toString("latin1", 0, start))[1]);
      if (bytes.length < start + length) return;
      take(JSON.parse(bytes.toString("utf8", start, start + length)));
      bytes = bytes.subarray(start + length);
    }
  };
}
