/**
 * Ends a getter that computes its value once: keeps the value on the object in the getter's place.
 *
 *     get operations() {
 *       return keep(this, "operations", readOperations(this));
 *     }
 */
export function keep<Owner extends object, Key extends keyof Owner>(
  owner: Owner,
  key: Key,
  value: Owner[Key],
): Owner[Key] {
  Object.defineProperty(owner, key, { value });
  return value;
}

/** Adds to the list that a map keeps under `key`. */
export function appendTo<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
