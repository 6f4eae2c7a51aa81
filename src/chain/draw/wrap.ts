import type { Measure } from '../measure.ts';

/** How a text is set: size in the drawing's units and weight. */
export interface Face {
  readonly size: number;
  readonly weight: 400 | 600;
}

/** Where lines may be broken and how wide they may be. */
export interface Setting extends Face {
  readonly width: number;
  /** Lines beyond this are cut and the last one ends with an ellipsis. */
  readonly maxLines?: number;
  readonly lang: string;
}

/**
 * Breaks a text into lines that fit. A word that is wider than a line (a long compound) is broken inside, with a hyphen
 * where its script has one; scripts without spaces break between words as `Intl.Segmenter` knows them.
 */
export function wrap(text: string, setting: Setting, measure: Measure): string[] {
  const fits = (line: string): boolean => measure(tidy(line), setting.size, setting.weight) <= setting.width;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.replace(/[ \t\r\n]+/gu, ' ').trim(), setting.lang)) {
    if (fits((line + piece).trimEnd())) line += piece;
    else {
      if (line.trim() !== '') lines.push(line.trimEnd());
      const parts = breakWord(piece, fits);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return limit(lines.map(tidy), setting.maxLines, fits);
}

/** Like `wrap`, with lines of about the same length, for texts that stand in the middle. */
export function wrapEvenly(text: string, setting: Setting, measure: Measure): string[] {
  const lines = wrap(text, setting, measure);
  if (lines.length < 2) return lines;
  const joined = lines.join('');
  let [low, high] = [setting.width / 2, setting.width];
  let best = lines;
  for (let step = 0; step < 6; step += 1) {
    const width = (low + high) / 2;
    const tried = wrap(text, { ...setting, width }, measure);
    // Fewer breaks inside words matter more than even lines.
    const same = tried.length === lines.length && tried.join('').length === joined.length;
    if (same) best = tried;
    [low, high] = same ? [low, width] : [width, high];
  }
  return best;
}

/** Width of the widest line. */
export function widest(lines: readonly string[], face: Face, measure: Measure): number {
  return Math.max(0, ...lines.map((line) => measure(line, face.size, face.weight)));
}

const unspaced = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;
const closing = /^[\p{Pe}\p{Pf}\p{Po}\u30fc\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087]/u;

function pieces(text: string, lang: string): string[] {
  const spaced = text.split(/(?<=[ \u00ad\u200b\u2013\u2014/-])/u);
  return spaced.flatMap((piece) => (unspaced.test(piece) ? segments(piece, lang) : [piece]));
}

function segments(text: string, lang: string): string[] {
  const joined: string[] = [];
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    const last = joined.length - 1;
    if (last >= 0 && closing.test(segment)) joined[last] = `${joined[last] ?? ''}${segment}`;
    else joined.push(segment);
  }
  return joined;
}

/** A soft hyphen shows at the end of a line and nowhere else. */
function tidy(line: string): string {
  return line.replace(/\u00ad$/u, '-').replace(/\u00ad/gu, '');
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word.trimEnd())) return [word];
  const hyphen = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{P}\p{N} ]*$/u.test(word) ? '-' : '';
  const letters = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
  let most = letters.length - 1;
  while (most > 1 && !fits(letters.slice(0, most).join('') + hyphen)) most -= 1;
  const cut = hyphen === '' ? most : syllable(letters, most);
  return [letters.slice(0, cut).join('') + hyphen, ...breakWord(letters.slice(cut).join(''), fits)];
}

/** How the first part of a Scandinavian or German compound ends where a second one is joined to it. */
const joint = /(?:ion|ing|ung|het|heit|keit|schaft|skap|itet|tät|ment)s$/iu;

/** The last place at or before `most` where a consonant opens a syllable and four letters are left; `most` when there is none near. */
function syllable(letters: readonly string[], most: number): number {
  for (let cut = Math.min(most, letters.length - 4); cut > most * 0.5; cut -= 1)
    if (joint.test(letters.slice(0, cut).join(''))) return cut;
  const vowel = /^[aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüý]/iu;
  for (let cut = Math.min(most, letters.length - 4); cut > Math.max(2, most * 0.6); cut -= 1) {
    const [before = '', here = '', after = ''] = letters.slice(cut - 1, cut + 2);
    if (vowel.test(here) || !vowel.test(after) || !/\p{L}/u.test(before)) continue;
    // An s between two parts of a compound belongs to the first; a second one before a consonant to the second.
    if (here === 's' && !vowel.test(before) && before !== 's') {
      if (cut < most) return cut + 1;
      continue;
    }
    // Two consonants that open a word together, as in plan or station, stay together.
    if (/[lr]/u.test(here) && /[bcfgkpt]/u.test(before)) return cut - 1;
    return before === 's' && letters[cut - 2] === 's' && /[klmnptv]/u.test(here) ? cut - 1 : cut;
  }
  return most;
}

function limit(lines: string[], most: number | undefined, fits: (line: string) => boolean): string[] {
  if (most === undefined || lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = (kept[most - 1] ?? '').replace(/-$/u, '');
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1).trimEnd();
  return [...kept.slice(0, -1), `${last}…`];
}
