import { describe, expect, it } from 'vitest';
import type { ChainEntry } from '../../../src/core/library/content.ts';
import { searchRecords, searchSubjects } from '../../../src/core/search/record.ts';
import { readVocabulary } from '../../../src/core/search/vocabulary.ts';
import { chain, essay, know, lines, pageAt, understand, type FolderInput } from '../folder.ts';

const slot = '\uE000c0\uE001';

/** A chain that says back what it is asked. */
const acme: ChainEntry = chain('acme', {
  scenarios: ['today', 'future'],
  quantity: ({ of, lang, scenario, set, per }) =>
    of === 'pace' && per !== 'wk'
      ? { text: `<12 ${lang}${scenario ?? ''}${set?.['a.b'] ?? ''}>`, number: '12', value: 12.5 }
      : undefined,
  quantities: (scenario) => (scenario === 'future' ? [] : ['pace', 'length']),
  setFaults: (set) => Object.keys(set).flatMap((path) => (path === 'a.b' ? [] : [`There is no “${path}”.`])),
});

function withQuantity(props: Record<string, string | boolean>): FolderInput {
  const written = {
    components: [{ name: 'Quantity', props: { chain: 'acme', of: 'pace', ...props } }],
    sections: [{ id: 'at', heading: `At ${slot}`, text: `Runs at ${slot}.` }],
    headings: ['at'],
    fragment: `<p>Runs at ${slot}.</p>`,
  };
  return { documents: [essay('a/sv', { date: '2026-01-01' }, written)], chains: [acme] };
}

function bodyOf(input: FolderInput): unknown {
  return pageAt(understand(input), 'essay', 'sv/a/').body;
}

describe('a number in a sentence', () => {
  it.each([
    [{}, '&lt;12 sv&gt;'],
    [{ scenario: 'future' }, '&lt;12 svfuture&gt;'],
    [{ set: ' a.b = 70 % ; ' }, '&lt;12 sv70 %&gt;'],
    [{ bare: true }, '12'],
  ])('with %j is filled on the page, in the page’s language', (props, text) => {
    expect(bodyOf(withQuantity(props))).toMatchObject({
      html: expect.stringContaining(`<p>Runs at <data value="12.5">${text}</data>.</p>`) as string,
    });
  });

  it('has a value for programs without the rest that arithmetic leaves', () => {
    const share = { ...acme, quantity: () => ({ text: '30 %', number: '30', value: 0.1 + 0.2 }) };
    expect(bodyOf({ ...withQuantity({}), chains: [share] })).toMatchObject({
      html: expect.stringContaining('<data value="0.3">') as string,
    });
  });

  it('is plain text elsewhere', () => {
    const { knowledge, fillers } = understand(withQuantity({ bare: true }));
    const [document] = knowledge.documents;
    expect(document && fillers(document, 'feed').component(0)).toBe('12');
  });

  it('is said in the outline, and so in search', () => {
    const knowledge = know(withQuantity({}));
    expect(knowledge.documents[0]?.outline.sections).toEqual([
      { id: 'at', heading: 'At <12 sv>', text: 'Runs at <12 sv>.' },
    ]);
    const records = [...searchRecords(searchSubjects(knowledge, 'sv'), readVocabulary(knowledge, 'sv'))];
    expect(records[0]?.html).toContain('Runs at &lt;12 sv&gt;.');
  });

  it('changes the digest of its document with the number, and no other document', () => {
    const plain = essay('b/sv');
    const input = withQuantity({});
    const digest = (value: string): string | undefined => {
      const other = { ...acme, quantity: () => ({ text: value, number: value, value: 1 }) };
      return know({ ...input, chains: [other] }).documents[0]?.digest;
    };
    expect(digest('1')).not.toBe(digest('2'));
    expect(know({ documents: [plain], chains: [acme] }).documents[0]).toBe(plain);
  });

  it.each([
    [{}, []],
    [
      { chain: 'acmee' },
      [
        'essays/a/sv.mdx:9 unknown-chain: Quantity names “acmee”, which chains/ does not declare. → Nearest in chains/: acme. Or declare “acmee” there.',
      ],
    ],
    [
      { scenario: 'past' },
      ['essays/a/sv.mdx:9 unknown-scenario: The chain “acme” has no scenario “past”. → It has: today, future.'],
    ],
    [
      { of: 'pice' },
      ['essays/a/sv.mdx:9 unknown-quantity: The chain “acme” has no number “pice”. → It has: pace, length.'],
    ],
    [
      { of: 'pice', scenario: 'future' },
      ['essays/a/sv.mdx:9 unknown-quantity: The chain “acme” has no number “pice”. → It has no numbers at all.'],
    ],
    [{ per: 'wk' }, ['essays/a/sv.mdx:9 wrong-per: “pace” is no rate, so it cannot be told per wk. → Take per away.']],
    [
      { set: 'a.c = 1' },
      [
        expect.stringMatching(
          /^essays\/a\/sv\.mdx:9 wrong-set: set of <Quantity>: There is no “a\.c”\. → Write a path/,
        ),
      ],
    ],
  ])('with %j is checked', (props, problems) => {
    expect(lines(understand(withQuantity(props)).problems)).toEqual(problems);
  });
});
