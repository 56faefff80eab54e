import { parent } from "../../../connector/pointer.js";
import { valueAt } from "../../../connector/reference.js";
import { asArray, asObject, isObject } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "security-requirement-defined",
  validatorCodes: ["SecurityRequirementMustBeDefined"],
  sources: ["swagger"],
  severity: "warning",
  summary: "Each security scheme that is required is in securityDefinitions.",
  why: `A \`security\` asks for a scheme by its name in \`securityDefinitions\`. The validator reports a name
that is not there, because then nothing says how the connector authenticates.`,
  on: "securityRequirement",
  check({ name, pointer, scheme }, { definition, report }) {
    const schemes = definition?.value.securityDefinitions ?? {};
    if (scheme !== undefined || !isObject(schemes)) return;
    const names = Object.keys(schemes);
    const alternatives = asArray(valueAt(definition?.value, parent(parent(pointer))));
    const meant = meantBy(
      name,
      names.filter((each) => !alternatives.some((way) => each in asObject(way))),
    );
    const known = !("securityDefinitions" in (definition?.value ?? {}))
      ? "which the definition does not have"
      : names.length === 0
        ? "which are empty"
        : `which define ${names.map((each) => JSON.stringify(each)).join(" and ")}`;
    report({
      at: pointer,
      message: `The security scheme ${JSON.stringify(name)} is not in securityDefinitions, ${known}.`,
      fix:
        meant === undefined
          ? undefined
          : {
              title: `Change it to ${JSON.stringify(meant)}`,
              isSafe: false,
              edits: [{ renameKey: pointer, to: meant }],
            },
    });
  },
  bad: `
{
  "security": [
    {
      "API Key": []
    //^^^^^^^^^ The security scheme "API Key" is not in securityDefinitions, which define "api_key" and "user".
    }
  ],
  "paths": {
    "/tickets": {
      "get": {
        "security": [
          {
            "usr": []
          //^^^^^ The security scheme "usr" is not in securityDefinitions, which define "api_key" and "user".
          }
        ]
      }
    }
  },
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    },
    "user": {
      "type": "basic"
    }
  }
}`,
  fixed: `
{
  "security": [
    {
      "api_key": []
    }
  ],
  "paths": {
    "/tickets": {
      "get": {
        "security": [
          {
            "user": []
          }
        ]
      }
    }
  },
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    },
    "user": {
      "type": "basic"
    }
  }
}`,
  good: `
{
  "security": [
    {
      "api_key": []
    },
    {}
  ],
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
});

/** The scheme that is called so but for case and punctuation or a slip of the pen, or the only one. */
function meantBy(name: string, names: readonly string[]): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return (
    names.find((each) => bare(each) === bare(name)) ??
    nearest(name, names) ??
    (names.length === 1 ? names[0] : undefined)
  );
}
