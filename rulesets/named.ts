import { rules } from "./index.js";
import type { Rule } from "./rule.js";

/**
 * The rules that are called so: by their name, by the path of their page, or by one of Microsoft's codes or the number
 * of one of its policies, which several can have.
 */
export function rulesNamed(name: string): readonly Rule[] {
  const wanted = name
    .replace(/^.*[\\/]/, "")
    .replace(/\.md$/, "")
    .toLowerCase();
  return rules.filter(
    (rule) =>
      rule.name === wanted ||
      rule.validatorCodes.some((code) => code.toLowerCase() === wanted) ||
      rule.policies?.includes(wanted),
  );
}
