import type { ChainQuantity, QuantityRequest } from '../core/library/content.ts';
import { perDay } from '../chain/engine/calendar.ts';
import { compute } from '../chain/engine/compute.ts';
import { networkOf } from '../chain/engine/network.ts';
import { isTimeUnit, share } from '../chain/engine/quantity.ts';
import { figure, type Figure, type Result } from '../chain/engine/result.ts';
import { applyChecked } from '../chain/engine/setting.ts';
import { factsOf } from '../chain/facts.ts';
import { figureText, quantityText, type Voice } from '../chain/format.ts';
import type { ValueChain } from '../chain/model.ts';
import { sceneOf, type Scene } from '../chain/scene.ts';
import { wholeFigures, wholeText } from '../chain/whole.ts';
import type { ChainWords } from '../chain/words.ts';

/** Figures of an activity by the name that a document asks for; `started` is how many units a day begin it. */
const activityFigures = [
  'capacity',
  'startsPerGoodUnit',
  'impliedUtilization',
  'utilization',
  'cost',
  'started',
] as const;

/**
 * A number of a chain in a reader's language, written as the chain's own tables write it. `undefined` when the chain
 * knows none of that name, or when it is no rate and `per` is given.
 */
export function chainQuantity(
  chain: ValueChain,
  request: QuantityRequest,
  words: ChainWords,
): ChainQuantity | undefined {
  const scene = sceneWith(chain, request);
  const voice = { lang: request.lang, words };
  const dot = request.of.indexOf('.');
  if (dot < 0) return ofWhole(scene, request, voice);
  const [owner, name] = [request.of.slice(0, dot), request.of.slice(dot + 1)];
  const found = figureOf(scene.result, owner, name);
  if (found !== undefined) return told(found, chain, request.per, voice);
  return request.per === undefined ? stated(scene, owner, name, voice) : undefined;
}

/** Names of every number that {@link chainQuantity} knows in a scenario. */
export function chainQuantities(chain: ValueChain, words: ChainWords, scenario?: string): string[] {
  const { activities, buffers } = sceneOf(chain, scenario).result;
  const names = [
    ...wholeFigures,
    ...activities.flatMap(({ id }) => [...activityFigures, ...processNames].map((name) => `${id}.${name}`)),
    ...buffers.flatMap(({ id }) => [`${id}.days`, `${id}.quantity`]),
  ];
  const request = { lang: 'en', ...(scenario !== undefined && { scenario }) };
  return names.filter((of) => chainQuantity(chain, { ...request, of }, words) !== undefined);
}

/** Why quantities cannot be set in a scenario, a sentence each. */
export function setFaults(chain: ValueChain, set: Readonly<Record<string, string>>, scenario?: string): string[] {
  const { faults } = applyChecked(chain, scenario ?? chain.scenarios[0]?.id ?? 'today', set);
  return faults.map(({ message }) => message);
}

const processNames = [
  'processTime',
  'cycleTime',
  'leadTime',
  'changeoverTime',
  'every',
  'uptime',
  'yield',
  'pctCompleteAccurate',
];

function sceneWith(chain: ValueChain, { scenario, set }: QuantityRequest): Scene {
  if (set === undefined) return sceneOf(chain, scenario);
  const id = scenario ?? chain.scenarios[0]?.id ?? 'today';
  const { chain: applied } = applyChecked(chain, id, set);
  const result = compute(chain, { scenario: id, set });
  return { chain: applied, scenario: id, network: networkOf(applied), result };
}

function ofWhole({ chain, result }: Scene, { of, per }: QuantityRequest, voice: Voice): ChainQuantity | undefined {
  const name = wholeFigures.find((one) => one === of);
  if (name === undefined) return undefined;
  if (name === 'leadTime') {
    const text = per === undefined ? wholeText(result, name, voice) : undefined;
    return text === undefined ? undefined : { text, number: numberIn(text), value: result.leadTime?.days ?? NaN };
  }
  const found = result[name];
  return found === null ? undefined : told(found, chain, per, voice);
}

function figureOf(result: Result, owner: string, name: string): Figure | undefined {
  const activity = result.activities.find(({ id }) => id === owner);
  const buffer = result.buffers.find(({ id }) => id === owner);
  if (name === 'days' || name === 'quantity') return buffer?.[name] ?? undefined;
  const known = activityFigures.find((one) => one === name);
  if (activity === undefined || known === undefined) return undefined;
  if (known !== 'started') return activity[known] ?? undefined;
  const rate = result.throughput?.value;
  const starts = activity.startsPerGoodUnit?.value;
  return rate === undefined || starts === undefined
    ? undefined
    : (figure(rate * starts, 'pcs/d', 'throughput') ?? undefined);
}

/** A number that the model states of an activity: its cycle time, its yield. */
function stated({ chain }: Scene, owner: string, name: string, voice: Voice): ChainQuantity | undefined {
  const activity = chain.activities.find(({ id }) => id === owner);
  const fact = activity && factsOf(activity, voice).find(({ key }) => key === name);
  const quantity = Object.entries(activity?.process ?? {}).find(([key]) => key === name)?.[1];
  if (fact === undefined || typeof quantity !== 'object') return undefined;
  return {
    text: fact.text,
    number: numberIn(fact.text),
    value: quantity.unit === '%' ? share(quantity) : quantity.value,
  };
}

function told(
  found: Figure,
  { calendar }: ValueChain,
  per: string | undefined,
  voice: Voice,
): ChainQuantity | undefined {
  if (per === undefined || per === 'd') {
    const text = figureText(found, voice);
    return { text, number: numberIn(text), value: found.value };
  }
  const [over, under] = found.unit.split('/');
  if (over === undefined || over === 's' || under !== 'd' || calendar === undefined || !isTimeUnit(per))
    return undefined;
  const value = found.value / perDay({ value: 1, unit: `${over}/${per}` }, calendar);
  if (!Number.isFinite(value)) return undefined;
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : +value.toPrecision(3);
  const text = quantityText({ value: rounded, unit: `${over}/${per}` }, voice);
  return { text, number: numberIn(text), value };
}

/** The number in a text, with the separators of its language and without its unit. */
function numberIn(text: string): string {
  const sign = /^[\u200E\u200F\u061C]*[-−]/u.test(text) ? '−' : '';
  const digits = /\p{N}(?:[\p{N}.,'’٬٫\u00A0\u202F]*\p{N})?/u.exec(text)?.[0] ?? text;
  return sign + digits;
}
