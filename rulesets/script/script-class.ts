import type { Script } from "../../connector/script.js";
import { defineRule, type Report } from "../rule.js";

export default defineRule({
  name: "script-class",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "error",
  summary: "The script has the class `Script : ScriptBase` with the method `ExecuteAsync`.",
  why: `The service makes an object of the class \`Script\`, spelled so, and calls its \`ExecuteAsync\` for every request. It compiles the
script when the connector is created or updated, and refuses it otherwise with an error that does not say why.`,
  on: "script",
  check(script, { report }) {
    // In what the grammar does not understand the class may be there all the same.
    if (!script.isUnderstood) return;
    const fault = faultOf(script);
    if (fault !== undefined) report({ at: "", ...fault });
  },
  bad: `
public class script : ScriptBase
           //^^^^^^ The class is called "script"; the service looks for "Script".
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
  fixed: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
  good: `
// class script : ScriptBase
public class Ticket<T> : Dictionary<string, T> { }

public class Script : ScriptBase
{
    public override Task<HttpResponseMessage> ExecuteAsync()
    {
        return this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
});

const method = "public override async Task<HttpResponseMessage> ExecuteAsync()";

function faultOf({ classes }: Script): Omit<Report, "at"> | undefined {
  const isBase = (base: string) => /(?:^|\.)ScriptBase$/.test(base);
  const main = classes.find(({ name }) => name === "Script");
  if (main === undefined) {
    const other = classes.find(({ bases }) => bases.some(isBase));
    if (other === undefined)
      return {
        message: `The script has no class "Script", of which the service makes an object; write "public class Script : ScriptBase".`,
      };
    const place = { offset: other.offset, length: other.length };
    return {
      offset: place,
      message: `The class is called "${other.name}"; the service looks for "Script".`,
      fix: {
        title: `Call it "Script"`,
        isSafe: false,
        edits: [{ replace: place, by: "Script" }],
      },
    };
  }
  if (!main.bases.some(isBase))
    return {
      offset: main,
      message: `The class "Script" does not extend "ScriptBase", which the service asks for.`,
    };
  const execute = main.methods.find(({ name }) => name === "ExecuteAsync");
  if (execute === undefined)
    return {
      offset: main,
      message: `The class "Script" has no method "ExecuteAsync", which the service calls; write "${method}".`,
    };
  const isRight =
    ["public", "override"].every((each) => execute.modifiers.includes(each)) &&
    /^(?:[\w.]+\.)?Task<(?:[\w.]+\.)?HttpResponseMessage>$/.test(
      execute.returns.replace(/\s/g, ""),
    ) &&
    execute.parameters === 0;
  return isRight
    ? undefined
    : {
        offset: execute,
        message: `The method "ExecuteAsync" is not declared as the service calls it: "${method}".`,
      };
}
