import { readSetting, type Address, type Range } from './address.ts';

/** What a reader sees of a chain. */
export interface State {
  /** Id of the selected activity; empty for none. */
  readonly activity: string;
  readonly view: string;
  /** Id of a scenario, or `*` for all side by side. */
  readonly scenario: string;
  readonly viewpoint: string;
  /** Quantities changed, by path, in the units of their controls. */
  readonly set: ReadonlyMap<string, number>;
}

/** What a figure offers to choose from. */
export interface Offer {
  readonly view: readonly string[];
  readonly scenario: readonly string[];
  readonly viewpoint: readonly string[];
}

const choices = ['view', 'scenario', 'viewpoint'] as const;

/** What a reader chooses one of. */
export type Choice = (typeof choices)[number];

/** The state a link asks for, before its quantities are read, and the parts of it that mean nothing here. */
export function stateOf(
  { activity, parts }: Address,
  home: State,
  offer: Offer,
): { state: State; settings: Map<string, string>; unknown: string[] } {
  const settings = new Map(parts);
  const unknown: string[] = [];
  const state = { ...home, activity, set: new Map<string, number>() };
  for (const name of choices) {
    const value = settings.get(name);
    settings.delete(name);
    if (value === undefined) continue;
    if (offer[name].includes(value)) state[name] = value;
    else unknown.push(`${name}=${value}`);
  }
  return { state, settings, unknown };
}

/** Reads the quantities of a link against the controls of the figure that is shown. */
export function readSettings(
  settings: ReadonlyMap<string, string>,
  controls: ReadonlyMap<string, Range>,
): { set: Map<string, number>; unknown: string[]; clamped: string[] } {
  const set = new Map<string, number>();
  const unknown: string[] = [];
  const clamped: string[] = [];
  for (const [path, text] of settings) {
    const range = controls.get(path);
    const read = range && readSetting(text, range);
    if (read === undefined) unknown.push(text === '' ? path : `${path}=${text}`);
    else set.set(path, read.value);
    if (read?.clamped === true) clamped.push(path);
  }
  return { set, unknown, clamped };
}

/** The link to a state: only what differs from the figure as the page has it. */
export function addressOf(state: State, home: State, controls: ReadonlyMap<string, Range>): Address {
  const chosen = choices
    .filter((name) => state[name] !== home[name])
    .map((name): [string, string] => [name, state[name]]);
  const set = [...state.set].map(([path, value]): [string, string] => [
    path,
    `${String(value)}${controls.get(path)?.unit ?? ''}`,
  ]);
  return { activity: state.activity, parts: new Map([...chosen, ...set]) };
}

/** What the links of a bar offer, before they become buttons. */
export function offerOf(bar: Element): Offer {
  const values = (of: string): string[] =>
    [...bar.querySelectorAll<HTMLElement>(`[data-of=${of}] a`)].map(({ dataset }) => dataset['value'] ?? '');
  return { view: values('view'), scenario: values('scenario'), viewpoint: values('viewpoint') };
}
