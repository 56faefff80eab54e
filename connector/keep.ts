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

/**
 * The same function, which computes once for each object and forgets with it: for what is derived of a model elsewhere than
 * in the model.
 */
export function once<Of extends object, Value>(compute: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, { value: Value }>();
  return (of) => {
    let kept = known.get(of);
    if (kept === undefined) {
      kept = { value: compute(of) };
      known.set(of, kept);
    }
    return kept.value;
  };
}

/** Adds to the list that a map keeps under `key`. */
export function appendTo<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
