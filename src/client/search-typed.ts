/**
 * What was typed while the page of the search was on its way, once. The page before has kept it, see `keys.ts`; shared
 * code would be one more file that every page asks for.
 */
export function typedAhead(): string {
  try {
    const typed = String(sessionStorage['typed'] ?? '');
    sessionStorage.removeItem('typed');
    return typed;
  } catch {
    return '';
  }
}
