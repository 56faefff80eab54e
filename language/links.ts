import type { DocumentLink } from "vscode-languageserver-types";
import type { FileKind } from "../connector/connector.js";
import type { Node } from "../connector/json.js";
import { child, type Pointer } from "../connector/pointer.js";
import { namedFiles } from "../connector/settings.js";
import type { SeenFile } from "./draft.js";

/** The addresses of pages, what references lead to and the files that settings name, as links. */
export function documentLinks({ sight, draft }: SeenFile): DocumentLink[] {
  const { file } = draft;
  const { connector } = sight;
  const links: DocumentLink[] = [];
  if (!file.isJson) return links;
  const add = (node: Node | undefined, target: string, tooltip: string) => {
    const span = node?.type === "string" ? file.json.spanInside(node) : undefined;
    const range = span && draft.range(span);
    if (range !== undefined) links.push({ range, target, tooltip });
  };
  const pending: Node[] = file.json.root === undefined ? [] : [file.json.root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "string" && isAddress(node.value)) add(node, node.value, "Open the page");
    // Keys are no links.
    const children = node.type === "property" ? node.children!.slice(1) : (node.children ?? []);
    pending.push(...children.toReversed());
  }
  if (file.kind === "apiDefinition")
    for (const { pointer, target } of connector.apiDefinition?.references ?? []) {
      const place = target === undefined ? undefined : draft.range(keyOf(file.json, target));
      if (place === undefined) continue;
      const { line, character } = place.start;
      // The way in which editors name a place of a file.
      const uri = `${sight.uriOf(file.path)}#L${line + 1},${character + 1}`;
      add(file.json.node(child(pointer, "$ref")), uri, "Go to what it stands for");
    }
  if (file.kind === "settings")
    for (const kind of Object.keys(namedFiles(file.json.value)) as FileKind[]) {
      const other = connector.file(kind);
      if (other !== undefined)
        add(file.json.node(`/${kind}`), sight.uriOf(other.path), `Open ${other.name}`);
    }
  return links;
}

function keyOf(json: SeenFile["draft"]["file"]["json"], pointer: Pointer) {
  return json.key(pointer) ?? json.node(pointer) ?? { offset: 0, length: 0 };
}

/** Whether a text is the address of a page and nothing else: no expression is part of it. */
function isAddress(text: string): boolean {
  return /^https?:\/\/(?!.*@\w+\()[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text);
}
