import type { Quantity } from './engine/quantity.ts';
import type { Voice } from './format.ts';
import { quantityText } from './format.ts';
import type { Activity } from './model/chain.ts';
import type { ChainWords } from './words.ts';

/** A stated number of an activity: what it is and how it reads. */
export interface Fact {
  readonly key: keyof ChainWords;
  readonly name: string;
  readonly text: string;
}

const stated = [
  'processTime',
  'cycleTime',
  'leadTime',
  'changeoverTime',
  'every',
  'uptime',
  'yield',
  'pctCompleteAccurate',
  'servers',
] as const;

const shortNames = {
  processTime: 'shortProcessTime',
  cycleTime: 'shortCycleTime',
  leadTime: 'shortLeadTime',
  changeoverTime: 'shortChangeoverTime',
  uptime: 'shortUptime',
  pctCompleteAccurate: 'shortCompleteAccurate',
  servers: 'shortServers',
} as const satisfies Partial<Record<keyof ChainWords, keyof ChainWords>>;

/** A shorter name of a fact, for narrow boxes. */
export function shortName(key: keyof ChainWords, words: ChainWords): string {
  return words[isShortened(key) ? shortNames[key] : key];
}

function isShortened(key: string): key is keyof typeof shortNames {
  return Object.hasOwn(shortNames, key);
}

/** What an activity's `process` states, in the order a reader expects. */
export function factsOf({ process }: Activity, voice: Voice): Fact[] {
  if (process === undefined) return [];
  return stated.flatMap((key): Fact[] => {
    const given: Quantity | number | undefined = process[key];
    // One server is what everybody expects.
    if (given === undefined || given === 1) return [];
    const quantity = typeof given === 'number' ? { value: given, unit: '' } : given;
    return [{ key, name: voice.words[key], text: quantityText(quantity, voice) }];
  });
}
