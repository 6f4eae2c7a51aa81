const known = new Map<string, unknown>();

/** What `make` gives, made once for a key: what `Intl` makes is costly to make and never changes. */
export function remembered<T>(key: string, make: () => T): T {
  const found = known.get(key) as T | undefined;
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
