import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-formatting-ambiguous",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "`Formatting` says of which library it is when two have one.",
  why: `Both \`System.Xml\` and \`Newtonsoft.Json\` have a \`Formatting\`. A script that uses both namespaces does not compile in the service unless
it writes the name in full; many meet this only when they upload.`,
  on: "script",
  check({ usings, members }, { report }) {
    const uses = (name: string) =>
      usings.some((using) => using.name === name && using.alias === undefined);
    const isNamed = usings.some(({ alias }) => alias === "Formatting");
    if (isNamed || !uses("System.Xml") || !uses("Newtonsoft.Json")) return;
    for (const { name, offset } of members) {
      if (!/^Formatting\.(?:None|Indented)$/.test(name)) continue;
      const place = { offset, length: "Formatting".length };
      report({
        at: "",
        offset: place,
        message: `"Formatting" is in System.Xml and in Newtonsoft.Json; write Newtonsoft.Json.${name}.`,
        fix: {
          title: `Write "Newtonsoft.Json.Formatting"`,
          isSafe: true,
          edits: [{ replace: place, by: "Newtonsoft.Json.Formatting" }],
        },
      });
    }
  },
  bad: `
using System.Xml;
using Newtonsoft.Json;
public class Script : ScriptBase
{
    private string Text(JObject ticket) => ticket.ToString(Formatting.None);
                                                         //^^^^^^^^^^ "Formatting" is in System.Xml and in Newtonsoft.Json; write Newtonsoft.Json.Formatting.None.
}`,
  fixed: `
using System.Xml;
using Newtonsoft.Json;
public class Script : ScriptBase
{
    private string Text(JObject ticket) => ticket.ToString(Newtonsoft.Json.Formatting.None);
}`,
  good: `
using System.Xml.Linq;
using Newtonsoft.Json;
public class Script : ScriptBase
{
    private string Text(JObject ticket) => ticket.ToString(Formatting.None);
}`,
});
