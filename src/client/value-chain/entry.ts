import type { LiveWords } from '../../chain/live.ts';
import { element } from './bar.ts';
import type { Trace } from './trace.ts';

/** What is said of an activity: its entry of the outline, and what feeds it and what it feeds. Empty for none. */
export function entryOf(
  id: string,
  outlined: Element | null,
  trace: Trace,
  { words, lang }: { readonly words: LiveWords; readonly lang: string },
): Element {
  const said = element('div', '', '');
  if (!trace.has(id) || outlined === null) return said;
  const entry = outlined.cloneNode(true) as Element;
  for (const inner of entry.querySelectorAll('ol')) inner.remove();
  const [up, down] = [trace.reach(id, 'up'), trace.reach(id, 'down')];
  const reach = (ids: ReadonlySet<string>, some: string, none: string): string => {
    const names = trace.activities.filter((one) => ids.has(one.id)).map(({ name }) => name);
    // A name may hold what would be taken for a pattern.
    return names.length === 0 ? none : some.replace('{names}', () => new Intl.ListFormat(lang).format(names));
  };
  const traced = `${reach(up, words.fedBy, words.fedByNone)} ${reach(down, words.feeds, words.feedsNone)}`;
  said.append(...entry.childNodes);
  // What stands alone is neither before nor after anything.
  if (up.size + down.size > 0) said.append(element('p', 'traced', traced));
  return said;
}

/** Has a place say what another does; what it says already is not said again. */
export function retell(place: Element, said: Element): void {
  if (place.innerHTML !== said.innerHTML) place.replaceChildren(...said.childNodes);
}
