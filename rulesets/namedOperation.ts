import type { ApiDefinition } from "../connector/apiDefinition.js";
import type { NamedOperation } from "../connector/apiProperties.js";
import type { ConnectorFile } from "../connector/connector.js";
import { parent } from "../connector/pointer.js";
import { valueAt } from "../connector/reference.js";
import { strings } from "../connector/values.js";
import { nearest, nearestValue } from "./nearest.js";
import type { Fix } from "./rule.js";

/** Puts the operation in place that a list most likely means, or takes the name out when it has that one. */
export function fixName(
  { name, pointer }: NamedOperation,
  definition: ApiDefinition,
  file: ConnectorFile,
): Fix | undefined {
  const known = [...definition.operationIndex.keys()];
  const meant = nearest(name, known);
  const listed = strings(valueAt(file.json.value, parent(pointer)));
  return meant !== undefined && listed.includes(meant)
    ? {
        title: `Remove it, since "${meant}" is listed already`,
        isSafe: false,
        edits: [{ remove: pointer }],
      }
    : nearestValue(pointer, name, known);
}
