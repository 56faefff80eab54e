import type { ApiDefinition, Operation } from "../../../connector/apiDefinition.js";
import { appendTo } from "../../../connector/keep.js";
import { shapeOf, withoutQuery } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-partial-duplicate",
  validatorCodes: ["PartialDuplicateOperationPath"],
  severity: "warning",
  summary: "No path has a variable where another path of the same method has a fixed segment.",
  why: `Nobody can tell whether \`/tickets/search\` means that path or the variable of \`/tickets/{id}\` that happens to be
\`search\`, so a request may reach the wrong operation. The validator asks for paths that differ in a fixed segment.`,
  on: "definition",
  check(definition, { report }) {
    for (const { operation, others, more } of meetings(definition)) {
      const method = operation.method.toUpperCase();
      const named = others.map(({ path }) => `${method} ${path}`);
      const list =
        more > 0
          ? `${named.join(", ")} and ${more} more`
          : [named.slice(0, -1).join(", "), named.at(-1)].filter((part) => part).join(" and ");
      report({
        at: operation.pointer,
        message: `${method} ${operation.path} is like ${list}: a variable stands where the other has a fixed segment, so a request may reach the wrong operation.`,
        related: others.map(({ pointer }) => ({
          at: pointer,
          message: "This operation has a similar path.",
        })),
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket"
      }
    },
    "/tickets/search": {
      "get": {
    //^^^^^ GET /tickets/search is like GET /tickets/{id}: a variable stands where the other has a fixed segment, so a request may reach the wrong operation.
        "operationId": "SearchTickets"
      }
    },
    "/{kind}/latest": {
      "get": {
    //^^^^^ GET /{kind}/latest is like GET /tickets/{id}: a variable stands where the other has a fixed segment, so a request may reach the wrong operation.
        "operationId": "GetLatest"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": { "operationId": "GetTicket" }
    },
    "/tickets/{id}?full=true": {
      "get": { "operationId": "GetFullTicket" }
    },
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    },
    "/tickets/search": {
      "post": { "operationId": "SearchTickets" }
    },
    "/people/{id}": {
      "get": { "operationId": "GetPerson" }
    },
    "/tickets/{id}/notes": {
      "get": { "operationId": "ListNotes" }
    },
    "/tickets/{id}/files": {
      "get": { "operationId": "ListFiles" }
    }
  }
}`,
});

/** How many of the other paths a message names. */
const mostNamed = 3;

interface Meeting {
  operation: Operation;
  /** The first ones before it that it may be mistaken for. */
  others: readonly Operation[];
  /** How many further ones there are. */
  more: number;
}

function meetings(definition: ApiDefinition): Meeting[] {
  const groups = new Map<string, Template[]>();
  for (const operation of definition.operations) {
    const template = templateOf(operation);
    appendTo(groups, `${operation.method} ${template.segments.length}`, template);
  }
  const found: Meeting[] = [];
  for (const group of groups.values()) {
    const masks = [...new Set(group.map(({ mask }) => mask))];
    // By the segments that are fixed in both: so no path is compared with every other one.
    const known = new Map<string, Operation[]>();
    for (const { operation, segments, mask } of group) {
      const key = (other: string) =>
        segments.filter((_, index) => mask[index] === "f" && other[index] === "f").join("/");
      const lists = masks.flatMap((other) =>
        other === mask ? [] : [known.get(`${other} ${mask} ${key(other)}`) ?? []],
      );
      const others = lists.flatMap((list) => list.slice(0, mostNamed)).slice(0, mostNamed);
      const count = lists.reduce((sum, { length }) => sum + length, 0);
      if (count > 0) found.push({ operation, others, more: count - others.length });
      for (const other of masks)
        if (other !== mask) appendTo(known, `${mask} ${other} ${key(other)}`, operation);
    }
  }
  return found;
}

interface Template {
  operation: Operation;
  segments: readonly string[];
  /** For each segment whether it is fixed (`f`) or a variable (`v`). */
  mask: string;
}

function templateOf(operation: Operation): Template {
  const segments = shapeOf(withoutQuery(operation.path)).replace(/\/+$/, "").split("/");
  return {
    operation,
    segments,
    mask: segments.map((segment) => (segment === "{}" ? "v" : "f")).join(""),
  };
}
