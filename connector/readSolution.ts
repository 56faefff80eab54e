import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { type ReadSolution, solutionFileKeys } from "./solution.js";

/** Reads the description of a solution. No entity of the file is resolved, so that none can grow. */
export const readSolution: ReadSolution = (customizations, solution) => {
  const root = rootOf(customizations);
  if (root === undefined) return undefined;
  const all = [...descendants(root)];
  const connectors = all.filter(({ name }) => name === "Connector");
  const workflows = all.find(
    ({ name, children }) => name === "Workflows" && elementsOf(children).length > 0,
  );
  return {
    hasManifest: rootOf(solution) !== undefined,
    isManaged: /<Managed>\s*1\s*<\/Managed>/.test(solution),
    connectors: connectors
      .filter(
        ({ children, attributes }) => children.length > 0 || Object.keys(attributes).length > 0,
      )
      .map((connector) => {
        const text = (key: string) =>
          elementsOf(connector.children)
            .find(({ name }) => name === key)
            ?.text.trim();
        return {
          name: text("name") ?? "",
          displayName: text("displayname") ?? "",
          iconBrandColor: text("iconbrandcolor"),
          files: Object.fromEntries(
            solutionFileKeys.flatMap((key) => {
              const path = text(key)?.replace(/^\//, "");
              return path ? [[key, path]] : [];
            }),
          ),
        };
      }),
    workflows:
      workflows &&
      elementsOf(workflows.children).flatMap((workflow) =>
        elementsOf(workflow.children)
          .filter(({ name }) => name === "JsonFileName")
          .map(({ text }) => text.trim().replace(/^\//, "")),
      ),
    hasPlugin: all.some(
      ({ name, children, attributes }) =>
        name === "aicopilot_aiplugin" &&
        (children.length > 0 || Object.keys(attributes).length > 0),
    ),
  };
};

/** The root of an XML text; `undefined` when it is none. */
function rootOf(text: string): XmlElement | undefined {
  try {
    return parseXml(text.replace(/^\uFEFF/, "")).root ?? undefined;
  } catch {
    return undefined;
  }
}

function elementsOf(nodes: readonly unknown[]): XmlElement[] {
  return nodes.filter((node) => node instanceof XmlElement);
}

function* descendants(root: XmlElement): Generator<XmlElement> {
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    yield element;
    pending.push(...elementsOf(element.children).reverse());
  }
}
