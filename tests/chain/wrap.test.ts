import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/chain/draw/wrap.ts';
import { measureText } from '../../src/chain/measure.ts';

const face = { size: 14, weight: 400 as const };
const lines = (text: string, width: number, lang = 'sv', maxLines?: number): string[] =>
  wrap(text, { ...face, width, lang, ...(maxLines !== undefined && { maxLines }) }, measureText);

describe('wrapping', () => {
  it('breaks between words', () => {
    expect(lines('turns attention into an urge to buy', 130, 'en')).toEqual(['turns attention into', 'an urge to buy']);
  });

  it('breaks a compound that is too long, with a hyphen and no scrap at the end', () => {
    expect(lines('Marknadskommunikationsavdelningen', 160)).toEqual(['Marknadskommunika-', 'tionsavdelningen']);
    expect(lines('Marknadskommunikationsavdelningen', 166)).toEqual(['Marknadskommunikations-', 'avdelningen']);
  });

  it.each([
    ['Produktionsplanering', 88, ['Produktions-', 'planering']],
    ['Slutmonteringsstation', 105, ['Slutmonterings-', 'station']],
    ['Produktionsplaneringsavdelningen', 110, ['Produktions-', 'planerings-', 'avdelningen']],
    ['Kvalitetssäkringsprovning', 90, ['Kvalitets-', 'säkrings-', 'provning']],
    ['Precisionsslipningsarbete', 90, ['Precisions-', 'slipnings-', 'arbete']],
  ])('parts %s where its parts meet', (word, width, expected) => expect(lines(word, width)).toEqual(expected));

  it('takes the author’s soft hyphens and shows only the one it needs', () => {
    expect(lines('Kund\u00advårds\u00advecka', 70)).toEqual(['Kundvårds-', 'vecka']);
  });

  it('does not part a number from its unit', () => {
    expect(lines('Cykeltid 46\u00a0s', 60)).toEqual(['Cykeltid', '46\u00a0s']);
  });

  it('breaks Japanese between words and never starts a line with its punctuation', () => {
    const broken = lines('投入を産出に変え、ペースを保ちます。', 84, 'ja');
    expect(broken.join('')).toBe('投入を産出に変え、ペースを保ちます。');
    expect(broken.filter((line) => /^[、。]/u.test(line))).toEqual([]);
  });

  it('cuts what has too many lines with an ellipsis', () => {
    expect(lines('one two three four five six seven', 60, 'en', 2).at(-1)).toMatch(/…$/u);
  });

  it('cuts a compound without leaving its hyphen before the ellipsis', () => {
    expect(lines('Produktionsplaneringsavdelningen', 110, 'sv', 2)).toEqual(['Produktions-', 'planerings…']);
  });

  it('keeps every line within the width, whatever the text', () => {
    const text = fc
      .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 6 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 300 }), (words, width) => {
        for (const line of lines(words, width)) {
          const one = [...new Intl.Segmenter().segment(line)].length <= 2;
          expect(one || measureText(line, 14, 400) <= width).toBe(true);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('measuring', () => {
  it('knows the font: a wide letter is wider than a narrow one, semibold wider than regular', () => {
    expect(measureText('W', 10, 400)).toBeGreaterThan(2 * measureText('i', 10, 400));
    expect(measureText('Montering', 10, 600)).toBeGreaterThan(measureText('Montering', 10, 400));
  });

  it('gives scripts that the font lacks room enough, and marks none', () => {
    expect(measureText('漢', 10, 400)).toBe(10);
    expect(measureText('\u2068\u2069\u200f', 10, 400)).toBe(0);
  });
});
