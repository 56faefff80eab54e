import { extname } from "node:path";
import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import { applyChanges, changeBetween, changesOf, type TextChange } from "../connector/edit.js";
import { JsonText } from "../connector/json.js";
import { child } from "../connector/pointer.js";
import { isObject, member } from "../connector/values.js";

/** A first configuration, in which a rule is off. */
export function rulesetWithout(rule: string): string {
  return `extends: paconn\nrules:\n  ${key(rule)}: "off"\n`;
}

/**
 * What to change in a configuration so that a rule is off there; the rest stays as it is.
 * `undefined` when the file is JavaScript, is not valid, or has the rule off already.
 */
export function switchOff(path: string, text: string, rule: string): TextChange[] | undefined {
  const extension = extname(path);
  if (!/^\.(json|ya?ml)$/.test(extension)) return undefined;
  if (text.trim() === "") return changeBetween(text, rulesetWithout(rule));
  if (extension === ".json") {
    const json = new JsonText(text);
    if (!json.isComplete || !isObject(json.value)) return undefined;
    const own = member(member(json.value, "rules"), rule);
    const at = child("/rules", rule, ...(isObject(own) ? ["severity"] : []));
    return json.node(at)?.value === "off"
      ? undefined
      : changesOf({ text, json }, [{ set: at, value: "off" }]);
  }
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const rules: unknown = document.get("rules", true);
  const isEmpty = rules === undefined || (isScalar(rules) && rules.value === null);
  if (!isEmpty && !isMap(rules)) return undefined;
  const wanted = document.clone();
  if (isEmpty) wanted.set("rules", wanted.createNode({}));
  const at = ["rules", rule, ...(isMap(document.getIn(["rules", rule])) ? ["severity"] : [])];
  if (document.getIn(at) === "off") return undefined;
  wanted.setIn(at, "off");
  const change = changeOfText(text, document.contents, rule);
  try {
    const expected = document.toJS();
    expected.rules = { ...expected.rules };
    const own = expected.rules[rule];
    expected.rules[rule] = isObject(own) ? { ...own, severity: "off" } : "off";
    // What cannot be changed by a line of text is written anew.
    const byHand = change && applyChanges(text, [change]);
    if (byHand !== undefined && isSame(parsed(byHand), expected)) return [change!];
    const anew = String(wanted);
    return isSame(parsed(anew), expected) ? changeBetween(text, anew) : undefined;
  } catch {
    // Aliases that lead nowhere or grow beyond all bounds.
    return undefined;
  }
}

/** The change of one line or one value, as one would write it by hand; it may be wrong. */
function changeOfText(text: string, ruleset: YAMLMap.Parsed, rule: string): TextChange | undefined {
  const rules = ruleset.items.find((pair) => isScalar(pair.key) && pair.key.value === "rules");
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const entry = `${key(rule)}: "off"`;
  if (rules === undefined) {
    const gap = text.endsWith("\n") ? "" : lineEnd;
    return { offset: text.length, length: 0, text: `${gap}rules:${lineEnd}  ${entry}${lineEnd}` };
  }
  if (!isMap(rules.value)) {
    const end = rules.key.range[1];
    const offset = text.indexOf(":", end) + 1;
    return { offset, length: 0, text: `${lineEnd}  ${entry}` };
  }
  const { items, flow } = rules.value;
  const own = items.find((pair) => isScalar(pair.key) && pair.key.value === rule);
  if (isScalar(own?.value) && own.value.range) {
    const [start, end] = own.value.range;
    return { offset: start, length: end - start, text: '"off"' };
  }
  const first = items[0]?.key.range[0];
  if (first === undefined || flow || own !== undefined) return undefined;
  const indent = text.slice(text.lastIndexOf("\n", first - 1) + 1, first);
  return { offset: first, length: 0, text: `${entry}${lineEnd}${indent}` };
}

function parsed(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length === 0 ? document.toJS() : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  const sorted = (_: string, value: unknown) =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

/** The name of a rule as a key of YAML. */
function key(rule: string): string {
  return /^[a-z][\w-]*$/i.test(rule) ? rule : JSON.stringify(rule);
}
