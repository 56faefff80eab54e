import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

const at = "/info/x-ms-deployment-version";

export default defineRule({
  name: "info-deployment-version-format",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "The x-ms-deployment-version is numbers separated by periods.",
  why: `The schema of API definitions in Microsoft's repository wants at least two numbers here, as in \`1.0\` or \`1.0.2\`. Few
connectors have this extension; all published ones have it so.`,
  on: "definition",
  check({ info }, { report }) {
    const version = asString(info["x-ms-deployment-version"]);
    if (version === undefined || /^\d+(\.\d+)+$/.test(version)) return;
    const bare = version.trim().replace(/^v(ersion)?\s*\.?/i, "");
    const meant = /^\d+$/.test(bare) ? `${bare}.0` : bare;
    report({
      at,
      message: `The x-ms-deployment-version ${JSON.stringify(version)} is not made of two or more numbers separated by periods, as "1.0.0" is.`,
      fix: /^\d+(\.\d+)+$/.test(meant)
        ? { title: `Change it to "${meant}"`, isSafe: true, edits: [{ set: at, value: meant }] }
        : undefined,
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets",
    "x-ms-deployment-version": "v1"
                             //^^^^ The x-ms-deployment-version "v1" is not made of two or more numbers separated by periods, as "1.0.0" is.
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Tickets",
    "x-ms-deployment-version": "1.0"
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Tickets",
    "x-ms-deployment-version": "1.0.2"
  }
}`,
});
