/** Values in groups by what `key` says of them, groups and values in the given order. */
export function groupBy<Value, Key>(
  values: readonly Value[],
  key: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
