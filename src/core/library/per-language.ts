/**
 * A function of a thing and a language that works once for each pair: lists ask for the same essays again and again.
 * What it has given is forgotten with the thing.
 */
export function perLanguage<T extends object, R>(make: (thing: T, lang: string) => R): (thing: T, lang: string) => R {
  const made = new WeakMap<T, Map<string, R>>();
  return (thing, lang) => {
    const own = made.get(thing) ?? new Map<string, R>();
    if (own.size === 0) made.set(thing, own);
    const known = own.get(lang);
    if (known !== undefined) return known;
    const result = make(thing, lang);
    own.set(lang, result);
    return result;
  };
}
