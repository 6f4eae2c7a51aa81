import { describe, expect, it } from 'vitest';
import { chain, concept, essay, essays, page, pageAt, understand, type FolderInput } from '../folder.ts';

function related(input: FolderInput, route = 'en/a/'): string[] {
  const { related } = pageAt(understand(input), 'essay', route);
  return related.map(({ link, reason }) => `${link.href} ${reason}`);
}

const tags = {
  lean: { label: { en: 'lean', sv: 'lean' } },
  takt: { label: 'takt', parent: 'lean' },
  flow: { label: 'flow' },
};
const series = { work: { title: 'Work' } };

describe('related essays', () => {
  it.each<[string, FolderInput, string[]]>([
    [
      'share tags',
      { tags, documents: [essay('a/en', { tags: ['lean', 'flow'] }), essay('b/en', { tags: ['flow', 'lean'] })] },
      ['/en/b/ shares lean and flow'],
    ],
    [
      'are linked from the essay',
      { documents: [essay('a/en', {}, { links: ['../b/'] }), essay('b/en')] },
      ['/en/b/ linked from this essay'],
    ],
    [
      'link to it',
      { documents: [essay('a/en'), essay('b/en', {}, { links: ['../a/'] })] },
      ['/en/b/ links to this essay'],
    ],
    [
      'link to it in another language',
      { documents: [essay('a/en'), essay('a/sv'), essay('b/en'), essay('b/sv', {}, { links: ['../a/'] })] },
      ['/en/b/ links to this essay'],
    ],
    [
      'have every reason told',
      {
        tags,
        series,
        documents: [
          essay('a/en', { tags: ['lean'], series: { id: 'work', part: 1 } }, { links: ['../b/'] }),
          essay('b/en', { tags: ['lean'], series: { id: 'work', part: 2 } }, { links: ['../a/'] }),
        ],
      },
      ['/en/b/ shares lean, linked from this essay, links to this essay, same series'],
    ],
    [
      'come with the strongest reasons first',
      {
        tags,
        documents: [
          essay('a/en', { tags: ['lean', 'flow'] }, { links: ['../cited/'] }),
          essay('one/en', { tags: ['lean'] }),
          essay('two/en', { tags: ['lean', 'flow'] }),
          essay('cited/en'),
        ],
      },
      ['/en/two/ shares lean and flow', '/en/cited/ linked from this essay', '/en/one/ shares lean'],
    ],
    [
      'are not those that only have a narrower tag, since there would be nothing to say',
      { tags, documents: [essay('a/en', { tags: ['lean'] }), essay('b/en', { tags: ['takt'] })] },
      [],
    ],
    [
      'are not the essay itself',
      { tags, documents: [essay('a/en', { tags: ['lean'] }, { links: ['../a/', '#'] })] },
      [],
    ],
    [
      'are not drafts',
      { tags, documents: [essay('a/en', { tags: ['lean'] }), essay('b/en', { tags: ['lean'], draft: true })] },
      [],
    ],
    [
      'are not in other languages',
      { tags, documents: [essay('a/en', { tags: ['lean'] }), essay('b/sv', { tags: ['lean'] })] },
      [],
    ],
  ])('%s', (_, input, expected) => {
    expect(related(input)).toEqual(expected);
  });

  it('are four at most, and near in time where a tag has many', () => {
    const documents = essays(100, 'en', { tags: ['lean'] });
    const found = related({ tags, documents }, 'en/e050/');
    expect(found).toHaveLength(4);
    for (const line of found) expect(Math.abs(Number(/e(\d+)/.exec(line)?.[1]) - 50)).toBeLessThanOrEqual(12);
  });

  it('keep a label as it is written', () => {
    const odd = { odd: { label: '$& R$$ {tags}' } };
    const documents = [essay('a/en', { tags: ['odd'] }), essay('b/en', { tags: ['odd'] })];
    expect(related({ tags: odd, documents })).toEqual(['/en/b/ shares $& R$$ {tags}']);
  });
});

describe('where something is mentioned', () => {
  const library = understand({
    chains: [chain('acme')],
    documents: [
      concept('takt/en'),
      concept('takt/sv'),
      concept('flow/en', {}, { links: ['../takt/', '../../concepts/flow/'] }),
      essay('b/en', {}, { links: ['../../concepts/takt/'] }),
      essay('b/sv'),
      essay('a/sv', {}, { links: ['../../concepts/takt/', '../../chains/acme.yaml#weld'] }),
      essay('c/en', { draft: true }, { links: ['../../concepts/takt/'] }),
      essay('d/en', {}, { components: [{ name: 'ValueChain', props: { id: 'acme' } }] }),
      page('about/en', {}, { links: ['../../concepts/takt/'] }),
    ],
  });
  const hrefs = (route: string): string[] => pageAt(library, 'concept', route).mentions.map(({ href }) => href);

  it('is told of essays, concepts and pages in the reader’s language, in the order of their files', () => {
    expect(hrefs('en/concepts/takt/')).toEqual(['/en/concepts/flow/', '/en/b/', '/en/about/']);
  });

  it('counts a link in any language for the whole set', () => {
    expect(hrefs('sv/begrepp/takt/')).toEqual(['/sv/a/', '/sv/b/']);
  });

  it('does not count a page that mentions itself', () => {
    expect(hrefs('en/concepts/flow/')).toEqual([]);
  });

  it('counts a chain that is drawn and one that is linked to', () => {
    expect(pageAt(library, 'chain', 'en/chains/acme/').mentions.map(({ href }) => href)).toEqual(['/en/d/']);
  });
});

describe('the neighbours of an essay', () => {
  const library = understand({ documents: [...essays(3), essay('x/sv')] });
  it.each([
    ['en/e001/', undefined, '/en/e002/'],
    ['en/e002/', '/en/e001/', '/en/e003/'],
    ['en/e003/', '/en/e002/', undefined],
    ['sv/x/', undefined, undefined],
  ])('of %s are the one before and the one after in its language', (route, previous, next) => {
    const found = pageAt(library, 'essay', route);
    expect([found.previous?.href, found.next?.href]).toEqual([previous, next]);
  });
});
