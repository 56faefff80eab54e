import type { Operation } from "../connector/apiDefinition.js";
import { child } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";

/** The schemas of what an operation sends and gives back, with what a message calls each. */
export function bodiesOf(operation: Operation): { schema: Schema; name: string }[] {
  const { body, definition, pathItem, responses } = operation;
  const places = [
    ...(body === undefined ? [] : [{ at: body.at("schema"), name: "body" }]),
    ...responses.map(({ code, declared }) => ({
      at: child(declared.pointer, "schema"),
      name: `response ${code}`,
    })),
    {
      at: child(pathItem.pointer, "x-ms-notification-content", "schema"),
      name: "notification",
    },
  ];
  return places.flatMap(({ at, name }) => {
    const schema = definition.schemaAt(at);
    return schema === undefined ? [] : [{ schema, name }];
  });
}
