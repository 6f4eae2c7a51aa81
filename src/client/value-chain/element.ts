import type { LiveActivity, LiveModel, LiveViewpoint } from '../../chain/live.ts';
import { AddressBar } from './address-bar.ts';
import { readAddress, writeAddress, type Range } from './address.ts';
import { layAhead } from './ahead.ts';
import { element, makeBar, readLive, type Bar, type SpokenChain } from './bar.ts';
import { controlsOf, setControls } from './controls.ts';
import { drawnIds, idOf, mark, rove, shapesOf } from './drawing.ts';
import { entryOf, retell } from './entry.ts';
import { fetchData } from './fetch.ts';
import { painted } from './frames.ts';
import { isMove, wishOf, type Wish } from './keys.ts';
import { Numbers } from './numbers.ts';
import { addressOf, offerOf, readSettings, stateOf, type Offer, type State } from './state.ts';
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
  /** Reads aloud what everybody else sees change: the drawing's finding in another scenario, or for another viewpoint. */
  #heard = element('p', 'hidden-text', '');
  /** What the figure says under its drawing as it came. */
  #caption = '';
  #numbers = new Numbers(() => this.#open(), this.#said);
  /** How much is under way. */
  #pending = 0;
  /** Counts what was asked for, so that a slow answer does not overtake a later wish. */
  #turn = 0;
  #addressBar = new AddressBar(() => this.#hash());
  #form: Element | null = null;
  /** What the controls allow, by path. */
  #controls: ReadonlyMap<string, Range> = new Map();

  async connectedCallback(): Promise<void> {
    const figure = this.querySelector('figure');
    const bar = this.querySelector('.chain-bar');
    if (figure === null || bar === null || (this.#figure as unknown)) return;
    this.#figure = figure;
    const live = await readLive(bar).catch(() => undefined);
    // Without its words the figure stays what it is without a script.
    if (live === undefined) return;
    this.#live = live;
    this.#offer = offerOf(bar);
    const { view, scenario } = this.#live;
    const viewpoint = bar.querySelector<HTMLElement>('[data-of=viewpoint] [aria-current]')?.dataset['value'] ?? '';
    this.#state = this.#home = { activity: '', view, scenario, viewpoint, set: new Map() };
    this.#picked.setAttribute('role', 'status');
    this.#heard.setAttribute('role', 'status');
    bar.append(this.#heard);
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
    this.#mark();
    this.#bar.show(this.#state);
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
      if (target instanceof Element && target.closest('.what-if')) void this.#load();
    });
    figure.addEventListener('input', ({ target }) => {
      const control = target instanceof HTMLInputElement ? target.closest<HTMLElement>('.control') : null;
      if (control !== null && target instanceof HTMLInputElement && target.value !== '') this.#change(control, target);
    });
    // A field whose number was brought into its range says so when it has been typed.
    figure.addEventListener('change', () => setControls(this.#form, this.#state.set, false));
    figure.addEventListener('reset', (event) => {
      event.preventDefault();
      void this.#go({ ...this.#state, set: new Map() }, 'replace');
    });
    layAhead(figure);
    addEventListener('hashchange', () => this.#follow(false));
  }

  /** What the engine makes of the chain as the reader has it now. */
  computed = (): Promise<unknown> => this.#numbers.result();

  /** Reads what the figure holds now: after it was made, and after another has taken its place. */
  #read(): void {
    const figure = this.#figure;
    const list = JSON.parse(figure.querySelector('.activities')?.textContent ?? '[]') as LiveActivity[];
    this.#trace = makeTrace(list);
    this.#shapes = shapesOf(figure);
    this.#form = figure.querySelector('.what-if');
    this.#form?.removeAttribute('hidden');
    this.#controls = controlsOf(this.#form);
    rove(this.#shapes, this.#state.activity);
    this.#caption = figure.querySelector('figcaption > p')?.innerHTML ?? '';
  }

  /** Takes up the state that the address asks for. */
  #follow(first: boolean): void {
    const address = readAddress(location.hash, this.#name);
    if (address === undefined) return void (first || location.hash !== '' || this.#go(this.#home, 'none'));
    // A link in the page names an activity and nothing else; what is shown stays.
    if (!first && history.state === null && address.parts.size === 0 && this.#trace.has(address.activity)) {
      this.#select(address.activity);
      return;
    }
    const { state, settings, unknown } = stateOf(address, this.#home, this.#offer);
    if (first) this.scrollIntoView();
    void this.#go(state, 'none').then(() => {
      const read = readSettings(settings, this.#controls);
      const known = address.activity === '' || this.#trace.has(address.activity);
      if (!known) unknown.push(address.activity);
      this.#bar.missed([...unknown, ...read.unknown], read.clamped);
      return this.#go({ ...state, activity: known ? address.activity : '', set: read.set }, 'none');
    });
  }

  /** Goes to another state. It answers at once; what takes long, and words, follow when the answer has been painted. */
  async #go(next: State, history: 'push' | 'replace' | 'none'): Promise<void> {
    const turn = (this.#turn += 1);
    const before = this.#state;
    // What everybody sees of a figure that the page shows to somebody has to be fetched.
    const widened = next.viewpoint === '' && before.viewpoint !== '' && this.#home.viewpoint !== '';
    const moved = next.view !== before.view || next.scenario !== before.scenario || widened;
    if (moved) {
      this.#bar.show(next);
      const other = await this.#busy(painted().then(() => this.#fetched(next))).catch(() => undefined);
      if (turn !== this.#turn) return;
      if (other === undefined) {
        this.#bar.show(before);
        this.#bar.notice(this.#live.words.notLoaded);
        return;
      }
      this.#addressBar.flush();
      takeOver(this.#figure, other);
      this.#numbers.forget();
    }
    this.#state = next;
    if (moved) this.#read();
    if ([...next.set.keys()].some((path) => !this.#controls.has(path)))
      this.#state = { ...next, set: new Map([...next.set].filter(([path]) => this.#controls.has(path))) };
    if (!this.#trace.has(next.activity)) this.#state = { ...this.#state, activity: '' };
    const { activity, viewpoint, set } = this.#state;
    if (moved || activity !== before.activity || viewpoint !== before.viewpoint) this.#mark();
    this.#bar.show(this.#state);
    if (moved && history === 'push') this.#addressBar.push();
    else if (history !== 'none') this.#addressBar.replace();
    let isShown = false;
    if (this.#numbers.isNews(set)) {
      setControls(this.#form, set);
      [isShown] = await this.#busy(Promise.all([this.#numbers.show(set), this.#load()]));
    } else await painted();
    // Numbers that came are told, whatever else has been asked for meanwhile.
    if (turn !== this.#turn && !isShown) return;
    this.#tell();
    const sentence = this.#figure.querySelector('figcaption > p')?.textContent ?? '';
    this.#heard.textContent = moved || viewpoint !== before.viewpoint ? sentence : '';
  }

  /** Says of a figure that it is busy for as long as something takes. */
  async #busy<T>(work: Promise<T>): Promise<T> {
    this.#pending += 1;
    this.#figure.ariaBusy = 'true';
    try {
      return await work;
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) this.#figure.ariaBusy = null;
    }
  }

  #fetched({ view, scenario }: State): Promise<Element> {
    const { base = '', id, prefix } = this.#live;
    return fetchFigure(`${base}.${view}.${scenario === '*' ? 'compare' : scenario}.json`, id, prefix);
  }

  /** Marks what is selected and what a viewpoint brings forward. */
  #mark(): void {
    mark(this.#figure, this.#shapes, this.#state.activity, this.#trace, this.#viewpoint?.emphasise ?? []);
  }

  get #viewpoint(): LiveViewpoint | undefined {
    return this.#live.viewpoints.find(({ id }) => id === this.#state.viewpoint);
  }

  /** Says what the figure shows, and what is selected; what is said already is not said again. */
  #tell(): void {
    const caption = this.#figure.querySelector('figcaption > p');
    const story = this.#state.viewpoint === this.#home.viewpoint ? undefined : this.#viewpoint?.story;
    const told = element('p', '', story ?? '');
    if (story === undefined) told.innerHTML = this.#numbers.finding || this.#caption;
    if (caption !== null) retell(caption, told);
    const { activity } = this.#state;
    const outlined = document.getElementById(`${this.#name}.${activity}`);
    retell(this.#picked, entryOf(activity, outlined, this.#trace, this.#live));
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
    const isInside = from !== '' && this.#figure.contains(document.activeElement);
    // To focus makes a browser lay out what has changed: it does so once.
    if (select) this.#select(to);
    if (isInside) this.#focus(to);
  }

  #focus(id: string): void {
    const shapes = this.#shapes.get(id) ?? [...this.#shapes.values()][0] ?? [];
    shapes.find((shape) => shape.checkVisibility())?.focus();
  }

  #change(control: HTMLElement, { value }: HTMLInputElement): void {
    const path = control.dataset['path'] ?? '';
    const { min, max } = this.#controls.get(path) ?? { min: -Infinity, max: Infinity };
    const set = new Map(this.#state.set).set(path, Math.min(max, Math.max(min, Number(value))));
    void this.#go({ ...this.#state, set }, 'replace');
  }

  /** Loads what computes, once somebody is about to change a number. */
  async #load(): Promise<void> {
    if ((await this.#numbers.load()) === undefined) this.#bar.notice(this.#live.words.notLoaded);
  }

  async #open(): Promise<WhatIf> {
    const model = fetchData(`${this.#live.base ?? ''}.${this.#state.scenario}.live.json`);
    const [{ openWhatIf }, read] = await Promise.all([import('./what-if.ts'), model]);
    return openWhatIf(this.#figure, read as LiveModel);
  }

  #hash(): string {
    return writeAddress(addressOf(this.#state, this.#home, this.#controls), this.#name);
  }
}

customElements.define('value-chain', ValueChainElement);
