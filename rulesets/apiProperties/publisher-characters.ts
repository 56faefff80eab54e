import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "publisher-characters",
  validatorCodes: [],
  sources: ["submission"],
  severity: {},
  summary: "Publisher and stackOwner have letters, digits and spaces alone.",
  why: `Microsoft's page asks for alphanumeric names. About a quarter of the published connectors have others, such as \`Contoso, Inc.\`, so
that the rule is off until a configuration switches it on.`,
  on: "properties",
  check({ properties }, { report }) {
    for (const key of ["publisher", "stackOwner"]) {
      const name = asString(properties[key]);
      const others = name?.match(/[^\p{L}\p{N}\s]/u);
      if (others)
        report({
          at: `/properties/${key}`,
          message: `The ${key} "${name}" has "${others[0]}", which is no letter, no digit and no space.`,
        });
    }
  },
  bad: `
{
  "properties": {
    "publisher": "Contoso, Inc."
               //^^^^^^^^^^^^^^^ The publisher "Contoso, Inc." has ",", which is no letter, no digit and no space.
  }
}`,
  good: `
{
  "properties": {
    "publisher": "Contoso GmbH 1",
    "stackOwner": "Contoso"
  }
}`,
});
