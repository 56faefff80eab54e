import { defineRule } from "../rule.js";

/** The namespaces that scripts may use, from Microsoft's page. */
const supported = new Set([
  "System",
  "System.Collections",
  "System.Collections.Generic",
  "System.Diagnostics",
  "System.IO",
  "System.IO.Compression",
  "System.Linq",
  "System.Net",
  "System.Net.Http",
  "System.Net.Http.Headers",
  "System.Net.Security",
  "System.Security.Authentication",
  "System.Security.Cryptography",
  "System.Text",
  "System.Text.RegularExpressions",
  "System.Threading",
  "System.Threading.Tasks",
  "System.Web",
  "System.Xml",
  "System.Xml.Linq",
  "System.Drawing",
  "System.Drawing.Drawing2D",
  "System.Drawing.Imaging",
  "Microsoft.Extensions.Logging",
  "Newtonsoft.Json",
  "Newtonsoft.Json.Linq",
]);

export default defineRule({
  name: "script-namespaces",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "The script uses only the namespaces that the service supports.",
  why: `Scripts run in a place of their own with a few libraries. What is not among them does not compile there, although it does on your
machine, or works until the list is enforced.`,
  on: "script",
  check({ text, usings }, { report }) {
    for (const { name, offset, length, directive, alias } of usings) {
      const namesType =
        alias !== undefined || /^using\s+static\b/.test(text.slice(directive.offset, offset));
      const namespace = namesType ? name.slice(0, name.lastIndexOf(".")) : name;
      // The namespace of ScriptBase itself is named by published scripts.
      const isKnown = (each: string) =>
        supported.has(each) || each.startsWith("Microsoft.PowerPlatform.");
      if (isKnown(name) || isKnown(namespace)) continue;
      report({
        at: "",
        offset: { offset, length },
        message: `The service does not support the namespace "${namespace}".`,
        ...(!namesType && {
          fix: {
            title: "Remove the directive",
            isSafe: false,
            edits: [
              { replace: { offset: directive.offset, length: directive.length + 1 }, by: "" },
            ],
          },
        }),
      });
    }
  },
  bad: `
using System.Net;
using System.Reflection;
    //^^^^^^^^^^^^^^^^^ The service does not support the namespace "System.Reflection".
using System.Text.Json;
    //^^^^^^^^^^^^^^^^ The service does not support the namespace "System.Text.Json".
public class Script : ScriptBase { }`,
  fixed: `
using System.Net;
public class Script : ScriptBase { }`,
  good: `
using System.Net;
using static System.Math;
using Json = Newtonsoft.Json.Linq.JObject;
// using System.Reflection;
public class Script : ScriptBase { }`,
});
