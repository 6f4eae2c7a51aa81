import type { Quantity } from './engine/quantity.ts';
import type { Voice } from './format.ts';
import { numberText, quantityText } from './format.ts';
import type { Activity } from './model/chain.ts';
import type { ChainWords } from './words.ts';

/** A stated number of an activity: what it is and how it reads. */
export interface Fact {
  readonly key: keyof ChainWords;
  readonly name: string;
  /** A shorter name, for narrow boxes. */
  readonly short: string;
  readonly text: string;
}

const quantities = [
  'processTime',
  'cycleTime',
  'leadTime',
  'changeoverTime',
  'every',
  'uptime',
  'yield',
  'pctCompleteAccurate',
] as const;

const shortNames = {
  processTime: 'shortProcessTime',
  cycleTime: 'shortCycleTime',
  leadTime: 'shortLeadTime',
  changeoverTime: 'shortChangeoverTime',
  every: 'every',
  uptime: 'shortUptime',
  yield: 'yield',
  pctCompleteAccurate: 'shortCompleteAccurate',
} as const satisfies Record<(typeof quantities)[number], keyof ChainWords>;

/** What an activity's `process` states, in the order a reader expects. */
export function factsOf({ process }: Activity, voice: Voice): Fact[] {
  if (process === undefined) return [];
  const stated = quantities.flatMap((key): Fact[] => {
    const quantity: Quantity | undefined = process[key];
    return quantity === undefined
      ? []
      : [{ key, name: voice.words[key], short: voice.words[shortNames[key]], text: quantityText(quantity, voice) }];
  });
  const { servers } = process;
  if (servers === undefined || servers === 1) return stated;
  return [
    ...stated,
    {
      key: 'servers',
      name: voice.words.servers,
      short: voice.words.shortServers,
      text: numberText(servers, voice.lang, 2),
    },
  ];
}
