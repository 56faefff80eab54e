import { usualNames } from "../../../connector/connector.js";
import { asObject, asString, isObject } from "../../../connector/values.js";
import { defineRule, type Fix } from "../../rule.js";

const fix: Fix = {
  title: 'Write "2.0"',
  isSafe: true,
  edits: [{ set: "/swagger", value: "2.0" }],
};

export default defineRule({
  name: "swagger-version",
  validatorCodes: ["SpecificationVersionIncorrect", "RequiredPropertyMissing"],
  policies: ["5000.2.6.3"],
  sources: ["swagger", "policyErrors"],
  severity: "error",
  summary: 'The definition says that it is Swagger 2.0: "swagger": "2.0".',
  why: `Connectors are described in Swagger 2.0, which is also called OpenAPI 2.0, and the version is a string.
The service refuses OpenAPI 3 and everything else; such a definition has to be converted, since the two differ in nearly every part.
Nothing else is checked in a definition of OpenAPI 3.`,
  on: "jsonFile",
  check(file, { report }) {
    if (file.kind !== "apiDefinition" || !file.isJudgeable) return;
    const { swagger, openapi } = asObject(file.json.value);
    if (openapi !== undefined)
      report({
        at: "/openapi",
        message: `This is a definition of OpenAPI ${toText(openapi)}, but connectors need Swagger 2.0 (OpenAPI 2.0).`,
      });
    else if (swagger === undefined)
      report({
        at: "",
        missing: "swagger",
        code: "RequiredPropertyMissing",
        message: `${usualNames.apiDefinition} has no "swagger": "2.0".`,
        fix: { ...fix, title: 'Add "swagger": "2.0"' },
      });
    else if (swagger !== "2.0")
      report({
        at: "/swagger",
        message: `"swagger" must be the string "2.0", but is ${typeof swagger === "number" ? `the number ${swagger}` : toText(swagger)}.`,
        fix: /^v?2(\.0)*$/.test(String(swagger).trim()) ? fix : undefined,
      });
  },
  bad: `
{
  "swagger": 2.0,
           //^^^ "swagger" must be the string "2.0", but is the number 2.
  "info": { "title": "Contoso Tickets", "version": "1.0" },
  "paths": {}
}`,
  fixed: `
{
  "swagger": "2.0",
  "info": { "title": "Contoso Tickets", "version": "1.0" },
  "paths": {}
}`,
  good: `
{
  "swagger": "2.0",
  "info": { "title": "Contoso Tickets", "version": "1.0" },
  "paths": {}
}`,
});

/** A version as a message gives it; what is no version at all is not shown. */
function toText(value: unknown): string {
  if (isObject(value) || Array.isArray(value)) return "an object or array";
  return asString(value) === undefined ? String(value) : `"${asString(value)?.slice(0, 20)}"`;
}
