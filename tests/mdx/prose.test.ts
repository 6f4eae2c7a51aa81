import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, excerptOf } from '../../src/mdx/plugins/count.ts';
import { compileBody } from './compiled.ts';

const body = `Before *it*
goes on.

## One

A[^a] paragraph.

- item
- other

\`\`\`js
const x = 1;
\`\`\`

<Aside title="Title">
Inside
</Aside>

### Two {1 + 1}

<Figure src="a.png" alt="ALT" caption="Caption" />

| h |
|---|
| c |

[^a]: The note.
`;

describe('running text', () => {
  it('is cut at headings, with notes where they are referred to', async () => {
    expect((await compileBody(body)).outline.sections).toEqual([
      { text: 'Before it goes on.' },
      { id: 'one', heading: 'One', text: 'A paragraph.\nThe note.\nitem\nother\nconst x = 1;\nTitle\nInside' },
      { id: 'two', heading: 'Two', text: 'Caption\nh\nc' },
    ]);
  });

  it('tells a note once, where it is first referred to', async () => {
    const { outline } = await compileBody('## A\n\na[^n]\n\n## B\n\nb[^n]\n\n[^n]: Note, which goes round[^n].');
    expect(outline.sections.map((section) => section.text)).toEqual(['a\nNote, which goes round.', 'b']);
  });

  it('is counted without code, arrows and text alternatives', async () => {
    expect((await compileBody(body)).outline.words).toBe(4 + 1 + 2 + 2 + 2 + 2 + 1 + 1 + 2);
  });

  it.each([
    ['en', 'It’s 3.5 well-known words', 5],
    ['sv', 'Två ord', 2],
    ['ar', 'سلسلة القيمة', 2],
    ['en', '— … !', 0],
  ])('in %s: %s has %i words', (lang, text, count) => {
    expect(countWords(text, lang)).toBe(count);
  });

  it.each([
    ['ja', '価値の連鎖を描く'],
    ['th', 'สวัสดีครับ'],
  ])('in %s has words without spaces between them', (lang, text) => {
    expect(countWords(text, lang)).toBeGreaterThan(1);
  });

  it('is counted as the language’s own segmenter counts it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'it’s',
        "l'eau",
        'Été,',
        '«ord»',
        '(“mot”).',
        'ǅ',
        '18\u202F400',
        'a\u00A0b',
        '日本語',
        'ok.',
        '1,000',
        'a_b',
        'x:y',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('en', 'fr', 'ja', 'sv'), (pieces, lang) => {
        const text = pieces.join(' ');
        const all = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)];
        expect(countWords(text, lang)).toBe(all.filter((segment) => segment.isWordLike).length);
      }),
    );
  });

  it.each([
    [['One. Two.', 'Three.'], 'One. Two. Three.'],
    [['A'.repeat(200) + '. ' + 'B'.repeat(120) + '.'], 'A'.repeat(200) + '.'],
    [[], ''],
  ])('has an excerpt of whole sentences: %j', (paragraphs, excerpt) => {
    expect(excerptOf(paragraphs, 'en')).toBe(excerpt);
  });

  it('has an excerpt cut after a word where the first sentence is too long', () => {
    const excerpt = excerptOf(['word '.repeat(100)], 'en');
    expect(excerpt).toMatch(/word…$/);
    expect(excerpt.length).toBeLessThanOrEqual(300);
  });

  it('has an excerpt made of the text itself', async () => {
    const { outline } = await compileBody(
      '> Quoted.\n\n<Aside>Beside.</Aside>\n\n## Head\n\nThe text[^n].\n\n[^n]: Note.',
    );
    expect(outline.excerpt).toBe('The text.');
  });
});
