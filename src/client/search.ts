// The search page: asks the index and shows what it answers. The index loads with the first question.
import { countText, fill } from '../core/locale/words.ts';
import type { Plural } from '../core/locale/words.ts';
import { addressOf, readAddress } from './search-address.ts';
import { facetBox } from './search-facets.ts';
import { everything, openIndex } from './search-index.ts';
import type { Finding, SearchIndex } from './search-index.ts';
import { otherLanguages } from './search-others.ts';
import type { OtherLanguage, OtherWords } from './search-others.ts';
import { moveFocus, showResults } from './search-results.ts';

/** What the page tells its script. */
interface Setting {
  readonly lang: string;
  /** Folder of the index. */
  readonly index: string;
  readonly others: readonly OtherLanguage[];
  readonly words: OtherWords & {
    readonly loading: string;
    readonly nothing: string;
    readonly nothingChosen: string;
    readonly clear: string;
    readonly results: Plural;
    readonly some: Plural;
    readonly failed: string;
    readonly meant: string;
    readonly concept: string;
  };
}

/** Results that are shown at once. */
const step = 10;
/** Milliseconds without a key until a question is asked, and until it looks as if it were the last. */
const pause = 180;
const rest = 500;

function start(place: HTMLElement): void {
  const { lang, index, others, words } = JSON.parse(place.dataset['search'] ?? '{}') as Setting;
  const part = (selector: string): HTMLElement => required(place.querySelector<HTMLElement>(selector), selector);
  const form = part('form');
  const field = required(place.querySelector('input'), 'field');
  const status = part('.search-status');
  const meant = part('.search-meant');
  const list = part('ol');
  const more = part('.search-more');
  const elsewhere = part('.search-others');
  const filters = required(place.querySelector('details'), 'filters');
  const facets = facetBox(filters, lang, () => void ask());
  const askOthers = otherLanguages(elsewhere, others, words);
  let opened: Promise<SearchIndex> | undefined;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    const query = field.value.trim();
    const turn = ++latest;
    const isStale = (): boolean => turn !== latest;
    history.replaceState(null, '', addressOf({ query, chosen: facets.chosen() }) || location.pathname);
    if (query === '') {
      clear();
      facets.show(undefined, 0);
      status.textContent = '';
      return;
    }
    if (opened === undefined) status.textContent = words.loading;
    try {
      opened ??= openIndex(index, lang);
      await answer(await opened, query, isStale);
    } catch {
      fail(isStale);
    }
  };

  const fail = (isStale: () => boolean): void => {
    if (isStale()) return;
    opened = undefined;
    clear();
    status.textContent = words.failed;
  };

  const answer = async (engine: SearchIndex, query: string, isStale: () => boolean): Promise<void> => {
    const finding = await engine.find(query, facets.chosen());
    if (isStale()) return;
    clear();
    status.textContent = summary(finding, query);
    if (finding.hits.length === 0 && isNarrowed()) meant.replaceChildren(wayBack());
    if (!(await showFrom(finding, 0, isStale))) return;
    const counts = finding.isWhole ? await engine.count(query, facets.chosen()) : undefined;
    if (isStale()) return;
    facets.show(counts, finding.hits.length);
    timer = setTimeout(() => void whenRested(engine, query, isStale), rest);
  };

  /** What costs more than the answer itself waits until the reader has stopped typing. */
  const whenRested = async (engine: SearchIndex, query: string, isStale: () => boolean): Promise<void> => {
    const suggestion = await engine.meant(query).catch(() => undefined);
    if (isStale()) return;
    if (suggestion !== undefined) meant.replaceChildren(...offer(suggestion));
    await askOthers(query, isStale);
  };

  const summary = ({ hits, isWhole }: Finding, query: string): string => {
    if (hits.length === 0) return fill(isNarrowed() ? words.nothingChosen : words.nothing, { query });
    return countText(isWhole ? words.results : words.some, hits.length, lang, { query });
  };

  const showFrom = async ({ hits, isWhole }: Finding, from: number, isStale: () => boolean): Promise<boolean> => {
    const isShown = await showResults(list, hits.slice(from, from + step), { lang, concept: words.concept }, isStale);
    if (!isShown) return false;
    more.hidden = from + step >= hits.length;
    more.onclick = () => {
      const next = list.children.length;
      // Asked twice, it would show the same twice.
      more.onclick = null;
      showFrom({ hits, isWhole }, from + step, isStale).then(
        () => list.children[next]?.querySelector('a')?.focus(),
        () => fail(isStale),
      );
    };
    return true;
  };

  const isNarrowed = (): boolean => Object.values(facets.chosen()).some((some: readonly string[]) => some.length > 0);

  /** Takes the choices back where they leave nothing. */
  const wayBack = (): HTMLElement => {
    const button = document.createElement('button');
    button.className = 'button';
    button.type = 'button';
    button.textContent = words.clear;
    button.onclick = () => {
      facets.choose(everything);
      field.focus();
      void ask();
    };
    return button;
  };

  const offer = (suggestion: string): (Node | string)[] => {
    const anchor = document.createElement('a');
    anchor.href = addressOf({ query: suggestion, chosen: facets.chosen() });
    anchor.textContent = suggestion;
    anchor.addEventListener('click', (event) => {
      event.preventDefault();
      field.value = suggestion;
      field.focus();
      void ask();
    });
    const [before = '', after = ''] = words.meant.split('{suggestion}');
    return [before, anchor, after];
  };

  const clear = (): void => {
    for (const one of [list, meant, elsewhere]) one.replaceChildren();
    more.hidden = true;
  };

  const stops = (): HTMLElement[] => {
    const inside = place.querySelectorAll<HTMLElement>('.search-answer :is(a, summary, button)');
    return [field, ...[...inside].filter((one) => one.checkVisibility())];
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  field.addEventListener('input', () => {
    latest += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  });
  place.addEventListener('keydown', (event) => moveFocus(event, field, stops()));
  openWhenWide(filters);

  const asked = readAddress(location.search);
  field.value = asked.query;
  facets.choose(asked.chosen);
  if (asked.query !== '') void ask();
  else field.focus();
}

/** Beside the results there is room for the choices; above them they are folded away. */
function openWhenWide(filters: HTMLDetailsElement): void {
  const wide = matchMedia('(min-width: 64rem)');
  const follow = (): void => {
    filters.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}

function required<E>(element: E | null, selector: string): E {
  if (element === null) throw new Error(`The search page has no ${selector}.`);
  return element;
}

const place = document.querySelector<HTMLElement>('[data-search]');
if (place) start(place);
