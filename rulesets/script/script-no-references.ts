import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-no-references",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "The script loads no other files and has no unsafe code.",
  why: `The service takes one file and compiles it by itself. It has no other files that a directive could load, and no code that goes around
the checks of .NET.`,
  on: "script",
  check({ directives, unsafe }, { report }) {
    for (const { name, offset, length } of directives)
      report({
        at: "",
        offset: { offset, length },
        message: `The directive "#${name}" loads another file, which the service does not have.`,
      });
    for (const { offset, length } of unsafe)
      report({
        at: "",
        offset: { offset, length },
        message: "The service does not take unsafe code.",
      });
  },
  bad: `
  #r "Contoso.dll"
//^^^^^^^^^^^^^^^^ The directive "#r" loads another file, which the service does not have.
public class Script : ScriptBase
{
    private unsafe void Copy() { }
          //^^^^^^ The service does not take unsafe code.
}`,
  good: `
// #r "Contoso.dll"
#region Tickets
public class Script : ScriptBase
{
    private const string Help = @"
#load ""tickets.csx""";
}
#endregion`,
});
