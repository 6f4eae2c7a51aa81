import type { LiveChain, LiveWords } from '../../chain/live.ts';
import { put } from './drawing.ts';
import { fetchData } from './fetch.ts';
import type { Choice, State } from './state.ts';
import type { Trace } from './trace.ts';

/** What a reader may ask for with the pointer or the Tab key. */
export interface Bar {
  /** Shows which choices hold. */
  readonly show: (state: State) => void;
  /** Puts the cursor into the field that finds an activity. */
  readonly find: () => void;
  /** Shows or hides what the keys do. */
  readonly help: () => void;
  /** Says what did not work. */
  readonly notice: (text: string) => void;
  /** Says which parts of a link mean nothing here and which were brought into their range. */
  readonly missed: (unknown: readonly string[], clamped: readonly string[]) => void;
}

/** What stays the same while a reader looks at a figure, and in which words. */
export type SpokenChain = LiveChain & { readonly words: LiveWords };

/** Reads what a figure's bar holds for its script, and its words: of the page where it has some, else from their file. */
export async function readLive(bar: Element): Promise<SpokenChain> {
  const parse = (one: Element | null): LiveChain => JSON.parse(one?.textContent ?? '{}') as LiveChain;
  const own = parse(bar.querySelector('.live'));
  const others = [...document.querySelectorAll('.live')].map((one) => parse(one).words);
  const words = own.words ?? others.find((one) => one !== undefined) ?? (await wordsAt(`${own.base ?? ''}.words.json`));
  return { ...own, words };
}

const spoken = new Map<string, Promise<LiveWords>>();

function wordsAt(address: string): Promise<LiveWords> {
  const words = spoken.get(address) ?? (fetchData(address) as Promise<LiveWords>);
  spoken.set(address, words);
  return words;
}

/** What the bar calls. */
export interface Asked {
  readonly choose: (name: Choice, value: string) => void;
  readonly step: (move: 'on' | 'back') => void;
  readonly select: (id: string) => void;
  readonly clear: () => void;
  readonly copy: () => Promise<void>;
}

/** Turns the links of a bar into buttons and adds what only a script can do. */
export function makeBar(bar: Element, live: SpokenChain, trace: () => Trace, asked: Asked): Bar {
  const { words } = live;
  const choices = [...bar.querySelectorAll<HTMLAnchorElement>('.switch a')].map((link) => {
    const name = link.closest<HTMLElement>('.switch')?.dataset['of'] as Choice;
    const value = link.dataset['value'] ?? '';
    const chosen = button(link.textContent, () => asked.choose(name, value));
    const focused = link === document.activeElement;
    link.replaceWith(chosen);
    if (focused) chosen.focus();
    return { name, value, chosen };
  });
  const help = element('p', 'help', words.helpText);
  const notice = element('p', 'notice', '');
  notice.setAttribute('role', 'status');
  help.hidden = true;
  const list = element('datalist', '', '');
  list.id = `${live.prefix}${live.id}-names`;
  const field = finder(live, list, trace, asked);
  const copy = button(words.copyLink, () => {
    void asked.copy().then(() => (copy.textContent = words.linkCopied));
  });
  copy.ariaLive = 'polite';
  const clear = button(words.clear, asked.clear);
  const keys = button(words.help, () => show.help());
  keys.ariaExpanded = 'false';
  const tools = element('div', 'tools', '');
  tools.append(
    arrow('‹', words.stepBack, () => asked.step('back')),
    arrow('›', words.stepOn, () => asked.step('on')),
    field,
    list,
    clear,
    copy,
    keys,
  );
  bar.append(tools, help, notice);
  const show: Bar = {
    show: (state) => {
      for (const { name, value, chosen } of choices) put(chosen, 'aria-pressed', String(state[name] === value));
      clear.hidden = state.activity === '';
      if (copy.textContent !== words.copyLink) copy.textContent = words.copyLink;
    },
    find: () => field.focus(),
    help: () => {
      help.hidden = !help.hidden;
      keys.ariaExpanded = String(!help.hidden);
    },
    notice: (text) => (notice.textContent = text),
    missed: (unknown, clamped) => {
      const say = (text: string, parts: readonly string[]): string =>
        parts.length === 0 ? '' : text.replace('{parts}', new Intl.ListFormat(live.lang).format(parts));
      notice.textContent = `${say(words.linkUnknown, unknown)} ${say(words.linkClamped, clamped)}`.trim();
    },
  };
  return show;
}

function finder(live: SpokenChain, list: Element, trace: () => Trace, asked: Asked): HTMLInputElement {
  const field = element('input', 'find', '');
  field.type = 'search';
  field.placeholder = live.words.findActivity;
  field.ariaLabel = live.words.findActivity;
  field.setAttribute('list', list.id);
  field.onfocus = () => {
    list.replaceChildren(...trace().activities.map(({ name }) => new Option(name, name)));
  };
  const choose = (loose: boolean): boolean => {
    const wanted = field.value.trim().toLocaleLowerCase(live.lang);
    const named = trace().activities.map(({ id, name }) => ({ id, name: name.toLocaleLowerCase(live.lang) }));
    const found =
      named.find(({ name }) => name === wanted) ??
      (loose ? named.find(({ name }) => name.includes(wanted)) : undefined);
    if (wanted !== '' && found !== undefined) asked.select(found.id);
    return wanted === '' || found !== undefined;
  };
  field.oninput = () => {
    field.ariaInvalid = null;
    choose(false);
  };
  field.onkeydown = (event) => {
    if (event.key === 'Enter') field.ariaInvalid = String(!choose(true));
  };
  return field;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', '', text);
  made.type = 'button';
  made.onclick = act;
  return made;
}

function arrow(sign: string, name: string, act: () => void): HTMLButtonElement {
  const made = button(sign, act);
  made.className = 'step';
  made.ariaLabel = name;
  made.title = name;
  return made;
}

/** An element with a class and a text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
