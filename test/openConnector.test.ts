import { describe, expect, it } from "vitest";
import { semanticTokens } from "../language/semanticTokens.js";
import { OpenConnector } from "../server/openConnector.js";
import { connectorOf } from "./fixture.js";

const name = "apiDefinition.swagger.json";
const path = `/connector/${name}`;

function opened(text: string) {
  const sight = new OpenConnector(connectorOf([{ name, text }]), (each) => each);
  return {
    /** The text as it is now. */
    write: (now: string) => sight.update(new Map([[path, now]]), false),
    /** It was judged. */
    judged: (now: string) => sight.adopt(connectorOf([{ name, text: now }])),
    /** How many operations are known in the text. */
    get operations() {
      return semanticTokens(sight.seen(path)!).length / 5;
    },
    get draft() {
      return sight.seen(path)!.draft;
    },
  };
}

// Large texts are not read anew for each question.
describe.each([
  ["a small definition", 20],
  ["a large definition", 20_000],
])("%s with a fault", (_, length) => {
  const paths = Object.fromEntries(
    Array.from({ length: 8 }, (_, number) => [
      `/${number}`,
      { get: { operationId: `Get${number}`, description: "x".repeat(length) } },
    ]),
  );
  const good = JSON.stringify(
    { swagger: "2.0", info: { title: "A", version: "1" }, paths },
    null,
    2,
  );
  const broken = good.replace('"title": "A",', '"title": "A"');

  it("takes in what changes elsewhere", () => {
    const connector = opened(good);
    const texts = [
      broken,
      broken.replace("Get7", "Get70"),
      broken.replace("Get7", "Get70").replace("Get6", "Get60"),
    ];
    for (const text of texts) {
      connector.write(text);
      connector.judged(text);
      expect(connector.operations).toBe(8);
    }
    const { draft } = connector;
    expect(draft.value("/paths/~17/get/operationId")).toBe("Get70");
    expect(draft.value("/paths/~16/get/operationId")).toBe("Get60");
    expect(draft.value("/info/title")).toBe("A");
    const mended = texts.at(-1)!.replace('"title": "A"', '"title": "A",');
    connector.write(mended);
    connector.judged(mended);
    expect(connector.operations).toBe(8);
    expect(connector.draft.isRead).toBe(true);
  });

  it("that gets another one far away is read as far as it can be", () => {
    const connector = opened(good);
    for (const text of [broken, broken.replace('"Get7",', '"Get7"')]) {
      connector.write(text);
      connector.judged(text);
    }
    expect(connector.operations).toBe(8);
  });

  it("goes on in the same place", () => {
    const connector = opened(good);
    for (const members of ['"title": "A"', '"titl": "A"', '"titl" "A"', '"titl"', '"']) {
      const text = good.replace('"title": "A",', members);
      connector.write(text);
      connector.judged(text);
      expect(connector.operations).toBe(8);
      expect(connector.draft.value("/paths/~17/get/operationId")).toBe("Get7");
    }
  });
});
