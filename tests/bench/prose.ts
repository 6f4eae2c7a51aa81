import { luckOf, type Luck } from './luck.ts';

/** The languages of a corpus. */
export const languages = ['en', 'sv', 'fr'] as const;
export type Lang = (typeof languages)[number];

/** Writes in one language. No sentence means anything; lengths, letters and how often words return are those of prose. */
export interface Writer {
  /** A few words, the first with a capital. */
  readonly title: (luck: Luck) => string;
  /** A sentence without its full stop. */
  readonly sentence: (luck: Luck) => string;
  /** Sentences of about so many characters together. */
  readonly paragraph: (luck: Luck, length: number) => string;
}

interface Sounds {
  /** The words that bind sentences, commonest first. */
  readonly common: string;
  readonly beginnings: string;
  readonly middles: string;
  readonly ends: string;
}

const sounds: Readonly<Record<Lang, Sounds>> = {
  en: {
    common: 'the of and to a in is that it was for on as with they be at one have this from or had by but some what',
    beginnings: 'b br c ch cl d dr f fl g gr h k l m n p pl pr qu r s sc sh sl sp st str t th tr v w',
    middles: 'a e i o u ai ea ee ou oa',
    ends: 'ck d nd ng nt l ll m mp n p r rd rk s st t th ve w ter ment ness ing',
  },
  sv: {
    common: 'och i att det som en på är av för med den till inte har de om ett men vi så kan var från när eller då',
    beginnings: 'b bl d f fj fl g gr h k kl kr kv l m n p r s sj sk sl sm sn sp st str t tr v',
    middles: 'a e i o u y å ä ö',
    ends: 'ck d g k l ll m mn n nd ng r rd rk s st t tt ning het else ande skap',
  },
  fr: {
    common: 'de la le et les des en un du une que est pour qui dans par plus pas au sur ne se sont avec il mais ou',
    beginnings: 'b bl c ch cl cr d f fl fr g gr h j l m n p pl pr qu r s t tr v',
    middles: 'a e i o u é è ai au ou oi eu an en on',
    ends: 'c ct l ille m n nce r re s t te tion ment ence age ique eur',
  },
};

/** Words of a language beside those that bind sentences. */
const vocabularySize = 18_000;
/** Out of so many words, one binds the sentence. */
const commonShare = 0.45;

/** A writer with a vocabulary of its own, the same for the same seed. */
export function writerOf(lang: Lang, seed: number): Writer {
  const words = vocabularyOf(lang, luckOf(`words ${String(seed)} ${lang}`));
  const common = sounds[lang].common.split(' ');
  const word = (luck: Luck): string => (luck.next() < commonShare ? zipf(common, luck) : zipf(words, luck));
  const run = (luck: Luck, length: number): string => capital(Array.from({ length }, () => word(luck)).join(' '));
  const sentence = (luck: Luck): string => {
    const parts = Array.from({ length: 1 + luck.below(3) }, () => run(luck, 4 + luck.below(7)));
    return capital(parts.map((part) => part.toLowerCase()).join(', '));
  };
  return {
    title: (luck) => run(luck, 3 + luck.below(4)),
    sentence,
    paragraph(luck, length) {
      let text = '';
      while (text.length < length) text += `${text === '' ? '' : ' '}${sentence(luck)}.`;
      return text;
    },
  };
}

function vocabularyOf(lang: Lang, luck: Luck): string[] {
  const words = new Set<string>();
  const parts: string[] = [];
  while (words.size < vocabularySize) {
    // Swedish writes compounds as one word.
    const joined = lang === 'sv' && parts.length > 200 && luck.next() < 0.3;
    const word = joined ? luck.pick(parts) + luck.pick(parts) : made(lang, luck);
    words.add(word);
    if (!joined) parts.push(word);
  }
  return [...words];
}

/** A word of one to three syllables, of which only the last is closed. */
function made(lang: Lang, luck: Luck): string {
  const open = Array.from(
    { length: luck.below(3) },
    () => sound(lang, 'beginnings', luck) + sound(lang, 'middles', luck),
  );
  const closed = (['beginnings', 'middles', 'ends'] as const).map((part) => sound(lang, part, luck));
  return [...open, ...closed].join('');
}

function sound(lang: Lang, part: keyof Sounds, luck: Luck): string {
  return luck.pick(sounds[lang][part].split(' '));
}

/** The word of rank r comes about 1/r as often as the first. */
function zipf(words: readonly string[], luck: Luck): string {
  const rank = Math.floor(words.length ** luck.next()) - 1;
  return words[Math.min(rank, words.length - 1)] ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
