// The search page: asks the index and shows what it answers. The index loads with the first question.
import { countText, fill } from '../core/locale/words.ts';
import type { Plural } from '../core/locale/words.ts';
import { moveFocus, resultItem } from './results.ts';
import type { Found } from './results.ts';

interface Pagefind {
  readonly options: (options: { excerptLength: number }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{ results: readonly { data: () => Promise<Found> }[] }>;
}

interface Said {
  readonly loading: string;
  readonly nothing: string;
  readonly results: Plural;
  readonly missing: string;
}

const step = 10;

function start(place: HTMLElement): void {
  const form = place.querySelector('form');
  const field = place.querySelector('input');
  const status = place.querySelector('.search-status');
  const list = place.querySelector('ol');
  const more = place.querySelector<HTMLElement>('.search-more');
  if (!form || !field || !status || !list || !more) return;
  const said = JSON.parse(place.dataset['words'] ?? '{}') as Said;
  const lang = place.dataset['lang'] ?? 'en';
  let engine: Promise<Pagefind> | undefined;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (
    results: readonly { data: () => Promise<Found> }[],
    from: number,
    turn: number,
  ): Promise<void> => {
    const found = await Promise.all(results.slice(from, from + step).map((result) => result.data()));
    if (turn !== latest) return;
    if (from === 0) list.replaceChildren();
    list.append(...found.map(resultItem));
    more.hidden = from + step >= results.length;
    more.onclick = () => {
      const next = list.children.length;
      void show(results, from + step, turn).then(() => list.children[next]?.querySelector('a')?.focus());
    };
  };

  const ask = async (): Promise<void> => {
    const query = field.value.trim();
    const turn = ++latest;
    history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`);
    if (query === '') {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = '';
      return;
    }
    status.textContent = said.loading;
    try {
      engine ??= load(place.dataset['search'] ?? '');
      const { results } = await (await engine).search(query);
      if (turn !== latest) return;
      await show(results, 0, turn);
      if (turn !== latest) return;
      const count = results.length;
      status.textContent =
        count === 0 ? fill(said.nothing, { query }) : countText(said.results, count, lang, { query });
    } catch {
      engine = undefined;
      status.textContent = said.missing;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void ask();
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), 200);
  });
  place.addEventListener('keydown', (event) => moveFocus(event, field, list));

  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (field.value !== '') void ask();
  else field.focus();
}

async function load(folder: string): Promise<Pagefind> {
  const engine = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await engine.options({ excerptLength: 26 });
  await engine.init();
  return engine;
}

const place = document.querySelector<HTMLElement>('[data-search]');
if (place) start(place);
