import { asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "production-status-on-beta-service",
  validatorCodes: ["ProductionStatusOnBetaService"],
  sources: ["versioning"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "A connector in production calls no beta service.",
  why: `What a connector in production offers must not change with a service that is still being tried out.
Microsoft does not publish how its validator knows a beta service; here a part of the \`host\` or the \`basePath\`
that is "beta" or "preview", also behind a version, as in \`preview-api.contoso.com\` or \`/v1beta1\`, is taken for one.`,
  on: "definition",
  check(definition, { report }) {
    if (asObject(definition.info["x-ms-api-annotation"]).status !== "Production") return;
    const isAhead = definition.operations.some(
      ({ annotation }) => annotation.status === "Production",
    );
    for (const key of ["host", "basePath"]) {
      const value = asString(definition.value[key]) ?? "";
      const stage = value
        .split(/[./_-]/)
        .map((part) => /^(?:v\d+)?(beta|preview)\d*$/i.exec(part)?.[1])
        .find((found) => found !== undefined);
      if (stage === undefined) continue;
      const at = "/info/x-ms-api-annotation/status";
      report({
        at,
        message: `The connector has the status "Production", but its ${key} "${value}" is that of a ${stage.toLowerCase()} service.`,
        related: [{ at: `/${key}`, message: "The service that it calls." }],
        fix: isAhead
          ? undefined
          : {
              title: 'Change it to "Preview"',
              isSafe: false,
              edits: [{ set: at, value: "Preview" }],
            },
      });
      return;
    }
  },
  bad: `
{
  "info": {
    "x-ms-api-annotation": {
      "status": "Production"
              //^^^^^^^^^^^^ The connector has the status "Production", but its host "preview-api.contoso.com" is that of a preview service.
    }
  },
  "host": "preview-api.contoso.com"
}`,
  fixed: `
{
  "info": {
    "x-ms-api-annotation": {
      "status": "Preview"
    }
  },
  "host": "preview-api.contoso.com"
}`,
  good: `
{
  "info": {
    "x-ms-api-annotation": {
      "status": "Production"
    }
  },
  "host": "alphabeta.contoso.com",
  "basePath": "/previews/v2"
}`,
});
