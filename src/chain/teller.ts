import type { Speaker } from './format.ts';
import type { Buffer, ValueChain } from './model/chain.ts';
import { nameOf } from './scene.ts';
import { fillWords } from './words.ts';

/** Whose words tell of a chain, and what its parts are called. */
export interface Teller extends Speaker {
  /** The name of a part by its id; the id where there is no such part. */
  readonly nameOf: (id: string) => string;
}

/** Somebody who tells of a chain: with its calendar, and with a name for every part. */
export function tellerOf(chain: ValueChain, { lang, words, dir }: Speaker): Teller {
  return {
    lang,
    words,
    dir,
    calendar: chain.calendar,
    nameOf: (id) => {
      const buffer = chain.buffers.find((one) => one.id === id && one.label === undefined);
      return buffer === undefined ? nameOf(chain, id, lang) : placeOf(chain, buffer, { lang, words, dir });
    },
  };
}

/** Where a buffer lies, in words. */
export function placeOf(chain: ValueChain, { from, to }: Buffer, { lang, words }: Speaker): string {
  const next = nameOf(chain, to, lang);
  return from === undefined
    ? fillWords(words.before, { to: next })
    : fillWords(words.between, { from: nameOf(chain, from, lang), to: next });
}
