import type { LiveActivity, LiveModel } from '../../chain/live.ts';
import { readAddress, writeAddress } from './address.ts';
import { element, makeBar, readLive, type Bar, type SpokenChain } from './bar.ts';
import { controlsOf, setControls } from './controls.ts';
import { drawnIds, mark, rove, shapesOf } from './drawing.ts';
import { fetchData } from './fetch.ts';
import { isMove, wishOf, type Wish } from './keys.ts';
import { addressOf, readSettings, stateOf, type Offer, type State } from './state.ts';
import { fetchFigure, takeOver } from './swap.ts';
import { makeTrace, moveFrom, type Move, type Trace } from './trace.ts';
import type { WhatIf } from './what-if.ts';

/** A figure of a value chain that can be touched. Without its script it is a picture with text and tables. */
export class ValueChainElement extends HTMLElement {
  #live!: SpokenChain;
  #figure!: HTMLElement;
  #bar!: Bar;
  #offer!: Offer;
  #home!: State;
  #state!: State;
  #trace!: Trace;
  #shapes = new Map<string, SVGAElement[]>();
  #picked = element('div', 'picked', '');
  #said = element('output', 'said', '');
  /** What the figure says under its drawing as it came. */
  #caption = '';
  #whatIf: Promise<WhatIf> | undefined;
  /** The quantities that the figure shows now. */
  #shown: State['set'] | undefined;
  /** Counts what was asked for, so that a slow answer does not overtake a later wish. */
  #turn = 0;
  /** The timer that writes the address once a slider rests. */
  #pen = 0;

  async connectedCallback(): Promise<void> {
    const figure = this.querySelector('figure');
    const bar = this.querySelector('.chain-bar');
    if (figure === null || bar === null || (this.#figure as unknown)) return;
    this.#figure = figure;
    const live = await readLive(bar).catch(() => undefined);
    // Without its words the figure stays what it is without a script.
    if (live === undefined) return;
    this.#live = live;
    const values = (of: string): string[] =>
      [...bar.querySelectorAll<HTMLElement>(`[data-of=${of}] a`)].map(({ dataset }) => dataset['value'] ?? '');
    this.#offer = { view: values('view'), scenario: values('scenario'), viewpoint: values('viewpoint') };
    const { view, scenario } = this.#live;
    const viewpoint = bar.querySelector<HTMLElement>('[data-of=viewpoint] [aria-current]')?.dataset['value'] ?? '';
    this.#state = this.#home = { activity: '', view, scenario, viewpoint, set: new Map() };
    this.#picked.setAttribute('role', 'status');
    figure.querySelector('figcaption')?.before(this.#picked, this.#said);
    figure.querySelector('svg.narrow')?.after(this.#picked);
    this.#bar = makeBar(bar, this.#live, () => this.#trace, {
      choose: (name, value) => void this.#go({ ...this.#state, [name]: value }, 'push'),
      step: (move) => this.#move(move, true),
      select: (id) => this.#select(id),
      clear: () => this.#select(''),
      copy: () => navigator.clipboard.writeText(new URL(this.#hash() || `#${this.#name}`, location.href).href),
    });
    this.#listen();
    this.#read();
    this.#follow(true);
    this.dataset['ready'] = '';
  }

  get #name(): string {
    return this.#live.prefix + this.#live.id;
  }

  #listen(): void {
    const figure = this.#figure;
    figure.addEventListener('click', (event) => this.#click(event));
    figure.addEventListener('keydown', (event) => this.#key(event));
    figure.addEventListener('focusin', ({ target }) => {
      const id = idOf(target);
      if (id !== undefined) rove(this.#shapes, id);
      if (target instanceof Element && target.closest('.what-if')) void this.#compute();
    });
    figure.addEventListener('input', ({ target }) => {
      const control = target instanceof HTMLInputElement ? target.closest<HTMLElement>('.control') : null;
      if (control !== null && target instanceof HTMLInputElement && target.value !== '') this.#change(control, target);
    });
    figure.addEventListener('reset', (event) => {
      event.preventDefault();
      void this.#go({ ...this.#state, set: new Map() }, 'replace');
    });
    addEventListener('hashchange', () => this.#follow(false));
  }

  /** What the engine makes of the chain as the reader has it now. */
  async computed(): Promise<unknown> {
    return (await this.#compute())?.result();
  }

  /** Reads what the figure holds now: after it was made, and after another has taken its place. */
  #read(): void {
    const figure = this.#figure;
    const list = JSON.parse(figure.querySelector('.activities')?.textContent ?? '[]') as LiveActivity[];
    this.#trace = makeTrace(list);
    this.#shapes = shapesOf(figure);
    rove(this.#shapes, this.#state.activity);
    this.#caption = figure.querySelector('figcaption > p')?.innerHTML ?? '';
    figure.querySelector('.what-if')?.removeAttribute('hidden');
  }

  /** Takes up the state that the address asks for. */
  #follow(first: boolean): void {
    const address = readAddress(location.hash, this.#name);
    if (address === undefined) {
      if (first) this.#show();
      else if (location.hash === '') void this.#go(this.#home, 'none');
      return;
    }
    // A link in the page names an activity and nothing else; what is shown stays.
    if (!first && history.state === null && address.parts.size === 0 && this.#trace.has(address.activity)) {
      this.#select(address.activity);
      return;
    }
    const { state, settings, unknown } = stateOf(address, this.#home, this.#offer);
    if (first) this.scrollIntoView();
    void this.#go(state, 'none').then(() => {
      const read = readSettings(settings, controlsOf(this.#figure));
      const known = address.activity === '' || this.#trace.has(address.activity);
      if (!known) unknown.push(address.activity);
      const { words, lang } = this.#live;
      const say = (text: string, parts: readonly string[]): string =>
        parts.length === 0 ? '' : text.replace('{parts}', new Intl.ListFormat(lang).format(parts));
      this.#bar.notice(
        `${say(words.linkUnknown, [...unknown, ...read.unknown])} ${say(words.linkClamped, read.clamped)}`.trim(),
      );
      return this.#go({ ...state, activity: known ? address.activity : '', set: read.set }, 'none');
    });
  }

  /** Goes to another state, fetching what it needs. */
  async #go(next: State, history: 'push' | 'replace' | 'none'): Promise<void> {
    const turn = (this.#turn += 1);
    const before = this.#state;
    // What everybody sees of a figure that the page shows to somebody has to be fetched.
    const widened = next.viewpoint === '' && before.viewpoint !== '' && this.#home.viewpoint !== '';
    const moved = next.view !== before.view || next.scenario !== before.scenario || widened;
    if (moved) {
      const other = await this.#fetched(next).catch(() => undefined);
      if (turn !== this.#turn) return;
      if (other === undefined) {
        this.#bar.notice(this.#live.words.notLoaded);
        return;
      }
      takeOver(this.#figure, other);
      this.#whatIf = undefined;
      this.#shown = undefined;
    }
    this.#state = next;
    if (moved) this.#read();
    const controls = controlsOf(this.#figure);
    if ([...next.set.keys()].some((path) => !controls.has(path)))
      this.#state = { ...next, set: new Map([...next.set].filter(([path]) => controls.has(path))) };
    if (!this.#trace.has(next.activity)) this.#state = { ...this.#state, activity: '' };
    const { set } = this.#state;
    if (set !== this.#shown && (set.size > 0 || this.#whatIf !== undefined)) {
      setControls(this.#figure, set);
      (await this.#compute())?.show(set, this.#said);
    }
    this.#shown = set;
    this.#show();
    if (history !== 'none') this.#write(history === 'push' && moved);
  }

  #fetched({ view, scenario }: State): Promise<Element> {
    const { base = '', id, prefix } = this.#live;
    return fetchFigure(`${base}.${view}.${scenario === '*' ? 'compare' : scenario}.json`, id, prefix);
  }

  #show(): void {
    const { activity, view, scenario, viewpoint } = this.#state;
    const seen = this.#live.viewpoints.find(({ id }) => id === viewpoint);
    const caption = this.#figure.querySelector('figcaption > p');
    if (caption !== null && viewpoint !== this.#home.viewpoint && seen?.story !== undefined)
      caption.textContent = seen.story;
    else if (caption !== null && this.#state.set.size === 0 && caption.innerHTML !== this.#caption)
      caption.innerHTML = this.#caption;
    mark(this.#figure, this.#shapes, activity, this.#trace, seen?.emphasise ?? []);
    this.#bar.show({ view, scenario, viewpoint }, activity !== '');
    this.#tell(activity);
  }

  /** Says what is selected: its entry of the outline, and what feeds it and what it feeds. */
  #tell(id: string): void {
    const { words, lang } = this.#live;
    const own = this.#trace.activities.find((one) => one.id === id);
    const entry = this.querySelector(`[id="${CSS.escape(`${this.#name}.${id}`)}"]`)?.cloneNode(true) as
      Element | undefined;
    if (own === undefined || entry === undefined) {
      this.#picked.replaceChildren();
      return;
    }
    for (const inner of entry.querySelectorAll('ol')) inner.remove();
    const reach = (way: 'up' | 'down', some: string, none: string): string => {
      const ids = this.#trace.reach(id, way);
      const names = this.#trace.activities.filter((one) => ids.has(one.id)).map(({ name }) => name);
      return names.length === 0 ? none : some.replace('{names}', new Intl.ListFormat(lang).format(names));
    };
    const traced = `${reach('up', words.fedBy, words.fedByNone)} ${reach('down', words.feeds, words.feedsNone)}`;
    this.#picked.replaceChildren(...entry.childNodes, element('p', 'traced', traced));
  }

  #select(activity: string): void {
    rove(this.#shapes, activity || undefined);
    void this.#go({ ...this.#state, activity }, 'replace');
  }

  #click(event: MouseEvent): void {
    const id = idOf(event.target);
    const link = event.target instanceof Element ? event.target.closest('a.act') : null;
    const away = link?.getAttribute('href')?.startsWith('#') !== true;
    // Without a pointer a click is the Enter key, which follows the link.
    if (id === undefined || away || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#select(id === this.#state.activity ? '' : id);
  }

  #key(event: KeyboardEvent): void {
    const id = idOf(event.target);
    const wish = id === undefined ? undefined : wishOf(event, getComputedStyle(this).direction === 'rtl');
    if (id === undefined || wish === undefined) return;
    if (wish === 'clear' && this.#state.activity === '') {
      // Nothing is left to clear: the reader leaves the drawing.
      if (event.target instanceof SVGElement) event.target.blur();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (isMove(wish)) this.#move(wish, wish === 'on' || wish === 'back', id);
    else this.#wish(wish, id);
  }

  #wish(wish: Exclude<Wish, Move>, id: string): void {
    if (wish === 'trace') this.#select(id === this.#state.activity ? '' : id);
    else if (wish === 'clear') this.#select('');
    else if (wish === 'find' || wish === 'help') this.#bar[wish]();
    else {
      const offer = this.#offer[wish];
      const next = offer[(offer.indexOf(this.#state[wish]) + 1) % offer.length];
      if (next !== undefined) void this.#go({ ...this.#state, [wish]: next }, 'push').then(() => this.#focus(id));
    }
  }

  #move(move: Move, select: boolean, from = this.#state.activity): void {
    const drawn = drawnIds(this.#figure, this.#trace);
    const to = moveFrom(from, move, this.#trace, drawn);
    if (to === undefined) return;
    if (from !== '' && this.#figure.contains(document.activeElement)) this.#focus(to);
    if (select) this.#select(to);
  }

  #focus(id: string): void {
    const shapes = this.#shapes.get(id) ?? [...this.#shapes.values()][0] ?? [];
    shapes.find((shape) => shape.checkVisibility())?.focus();
  }

  #change(control: HTMLElement, { value }: HTMLInputElement): void {
    const path = control.dataset['path'] ?? '';
    const { min, max } = controlsOf(this.#figure).get(path) ?? { min: -Infinity, max: Infinity };
    const set = new Map(this.#state.set).set(path, Math.min(max, Math.max(min, Number(value))));
    void this.#go({ ...this.#state, set }, 'none');
    clearTimeout(this.#pen);
    this.#pen = window.setTimeout(() => this.#write(false), 150);
  }

  /** Loads what computes, once somebody changes a number. */
  #compute(): Promise<WhatIf | undefined> {
    const { base = '' } = this.#live;
    const { scenario } = this.#state;
    this.#whatIf ??= Promise.all([import('./what-if.ts'), fetchData(`${base}.${scenario}.live.json`)]).then(
      ([{ openWhatIf }, model]) => openWhatIf(this.#figure, model as LiveModel),
    );
    return this.#whatIf.catch(() => {
      this.#whatIf = undefined;
      this.#bar.notice(this.#live.words.notLoaded);
      return undefined;
    });
  }

  #hash(): string {
    return writeAddress(addressOf(this.#state, this.#home, controlsOf(this.#figure)), this.#name);
  }

  #write(push: boolean): void {
    const address = location.pathname + location.search + this.#hash();
    if (push) history.pushState(true, '', address);
    else history.replaceState(true, '', address);
  }
}

function idOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGAElement>('a.act')?.dataset['activity'] : undefined;
}

customElements.define('value-chain', ValueChainElement);
