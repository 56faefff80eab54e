import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-one-file",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "A connector has one script.",
  why: `The service takes a single file. A second one is never uploaded, so that what is changed there changes nothing.`,
  on: "connector",
  check(connector, { report }) {
    const { folder } = connector.surroundings;
    const script = connector.file("script")?.name;
    const scripts = (folder?.names ?? []).filter((name) => /\.csx$/i.test(name));
    if (scripts.length < 2) return;
    for (const name of scripts)
      if (name !== script)
        report({
          at: "",
          name,
          message:
            script === undefined
              ? `The folder has ${scripts.length} scripts, and settings.json does not say which one it is.`
              : `The script of the connector is ${script}; this one is not used.`,
        });
  },
  bad: `
{}
//- script.csx
public class Script : ScriptBase { }
//- Helpers.csx
public class Helpers { }
//root The script of the connector is script.csx; this one is not used.`,
  good: `
{}
//- script.csx
public class Script : ScriptBase { }`,
});
