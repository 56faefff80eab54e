import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-brackets",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "error",
  summary: "Every bracket of the script has the other one of its pair.",
  why: `The service compiles the script when the connector is created or updated, and refuses the connector when it cannot. A brace or a
parenthesis that is never closed, or one too many, is the usual cause. Brackets in texts and comments do not count.`,
  on: "script",
  check({ unpaired }, { report }) {
    if (unpaired === undefined) return;
    const { name } = unpaired;
    report({
      at: "",
      offset: unpaired,
      message: /[([{]/.test(name)
        ? `This "${name}" is not closed, so that the script cannot be compiled.`
        : `This "${name}" closes nothing, so that the script cannot be compiled.`,
    });
  },
  bad: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        if (this.Context.OperationId == "ListTickets" {
         //^ This "(" is not closed, so that the script cannot be compiled.
        }
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
  good: `
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        // A brace in a comment: {
        var text = $"{{ {this.Context.OperationId} (";
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}`,
});
