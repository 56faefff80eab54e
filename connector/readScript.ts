import { Language, type Node, Parser } from "web-tree-sitter";
import type { Script, ScriptClass } from "./script.js";

/**
 * Makes a reader of C# scripts.
 * @param grammar the grammar of C# for tree-sitter, as WebAssembly
 */
export async function scriptReader(grammar: Uint8Array): Promise<(text: string) => Script> {
  await Parser.init();
  const parser = new Parser().setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    try {
      return readScript(text, tree?.rootNode);
    } finally {
      // Its memory is not that of JavaScript, and nobody else gives it back.
      tree?.delete();
    }
  };
}

function readScript(text: string, root: Node | undefined): Script {
  const classes: ScriptClass[] = [];
  for (const node of root?.descendantsOfType("class_declaration") ?? []) {
    const name = node?.childForFieldName("name");
    if (!name) continue;
    const bases = node?.namedChildren.find((child) => child?.type === "base_list");
    classes.push({
      name: name.text,
      bases: bases?.namedChildren.flatMap((base) => base?.text ?? []) ?? [],
      offset: name.startIndex,
      length: name.endIndex - name.startIndex,
    });
  }
  return { text, classes };
}
