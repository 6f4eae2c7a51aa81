import { describe, expect, it } from 'vitest';
import { chain, concept, essay, lines, page, understand, type FolderInput } from '../folder.ts';

const world: FolderInput = {
  tags: { lean: { label: { en: 'Lean', sv: 'Lean' } }, flow: { label: 'Flow' } },
  authors: { ada: { name: 'Ada' } },
  series: { work: { title: 'Work' } },
  chains: [chain('acme')],
  images: ['essays/a/ants.png', 'essays/a/bees.png', 'essays/b/other.png'],
};
const said = (input: FolderInput): string[] => lines(understand({ ...world, ...input }).problems);
const chainIn = (props: Record<string, string>) => essay('a/en', {}, { components: [{ name: 'ValueChain', props }] });

describe('a folder in which everything fits', () => {
  it('has no problem', () => {
    const one = essay(
      'a/en',
      { tags: ['lean'], authors: ['ada'], series: { id: 'work', part: 1 }, cover: { src: 'bees.png', alt: 'Bees' } },
      {
        images: [{ src: 'ants.png', alt: '' }],
        components: [{ name: 'ValueChain', props: { id: 'acme', view: 'nested' } }],
      },
    );
    expect(said({ documents: [one] })).toEqual([]);
  });
});

describe('a text in a language that the site does not have', () => {
  it('is a warning that names the language that was meant', () => {
    const problems = said({ documents: [essay('a/en')], tags: { lean: { label: { en: 'Lean', env: 'Lean' } } } });
    expect(problems).toEqual([
      'tags.yaml strange-language: lean.label is given in “env”, which is none of the site’s languages. → Did you mean “en”? site.yaml names en, sv, fr.',
    ]);
  });

  it.each<[string, FolderInput]>([
    ['lean.slug', { tags: { lean: { label: 'Lean', slug: { se: 'slank' } } } }],
    ['lean.synonyms', { tags: { lean: { label: 'Lean', synonyms: { se: ['slank'] } } } }],
    ['work.slug', { series: { work: { title: 'Work', slug: { se: 'arbete' }, planned: [] } } }],
    ['work.planned.0.title', { series: { work: { title: 'Work', planned: [{ part: 1, title: { se: 'Ett' } }] } } }],
  ])('is found in %s', (place, input) => {
    expect(said({ documents: [essay('a/en')], ...input })).toEqual([
      expect.stringContaining(`strange-language: ${place} is given in “se”`),
    ]);
  });
});

describe('what an activity of a chain names', () => {
  const part = { id: 'pack', label: { en: 'Pack' }, essays: ['nope'], tags: ['leen'], concepts: ['tackt'] };
  it('is in the folder, or a problem with its place', () => {
    const acme = chain('acme', { parts: [{ ...part, linksAt: { line: 9, column: 5 } }] });
    expect(said({ documents: [essay('a/en')], chains: [acme] })).toEqual([
      'chains/acme.yaml:9 unknown-concept: pack.links.concepts names “tackt”, which concepts/ does not declare. → Declare it in concepts/.',
      'chains/acme.yaml:9 unknown-essay: pack.links.essays names “nope”, which essays/ does not declare. → Nearest in essays/: a. Or declare “nope” there.',
      expect.stringContaining('chains/acme.yaml:9 unknown-tag: pack.links.tags names “leen”') as string,
    ]);
  });

  it('may be a draft, or of a file that cannot be read', () => {
    const acme = chain('acme', { parts: [{ ...part, essays: ['d'], tags: [], concepts: [] }] });
    expect(said({ documents: [essay('a/en'), essay('d/en', { draft: true })], chains: [acme] })).toEqual([]);
  });
});

describe('a problem of a folder', () => {
  it.each<[string, FolderInput, string[]]>([
    [
      'an unknown tag names the nearest',
      { documents: [essay('a/en', { tags: ['leen'] })] },
      [
        'essays/a/en.mdx:5 unknown-tag: tags names “leen”, which tags.yaml does not declare. → Nearest in tags.yaml: lean, flow. Or declare “leen” there.',
      ],
    ],
    [
      'an unknown tag where there is none at all',
      { tags: {}, documents: [essay('a/en', { tags: ['lean'] })] },
      [
        'essays/a/en.mdx:5 unknown-tag: tags names “lean”, which tags.yaml does not declare. → Declare it in tags.yaml.',
      ],
    ],
    [
      'an unknown tag of a concept',
      { documents: [concept('a/en', { tags: ['flaw'] })] },
      [
        'concepts/a/en.mdx:4 unknown-tag: tags names “flaw”, which tags.yaml does not declare. → Nearest in tags.yaml: flow, lean. Or declare “flaw” there.',
      ],
    ],
    [
      'an unknown author',
      { documents: [essay('a/en', { authors: ['bob'] })] },
      [
        'essays/a/en.mdx:5 unknown-author: authors names “bob”, which authors.yaml does not declare. → Nearest in authors.yaml: ada. Or declare “bob” there.',
      ],
    ],
    [
      'an unknown series',
      { documents: [essay('a/en', { series: { id: 'works', part: 1 } })] },
      [
        'essays/a/en.mdx:5 unknown-series: series names “works”, which series.yaml does not declare. → Nearest in series.yaml: work. Or declare “works” there.',
      ],
    ],
    [
      'two parts with one number',
      {
        documents: [
          essay('a/en', { series: { id: 'work', part: 1 } }),
          essay('b/en', { series: { id: 'work', part: 1 } }),
        ],
      },
      [
        'essays/b/en.mdx:5 same-part: essays/a/en.mdx and essays/b/en.mdx are both part 1 of the series “work”. → Give one of them another part.',
      ],
    ],
    [
      'two essays with one guid',
      { documents: [essay('a/en', { guid: 'x' }), essay('b/en', { guid: 'x' })] },
      [
        'essays/b/en.mdx:5 same-guid: essays/a/en.mdx and essays/b/en.mdx have the same guid “x”, so feed readers would show only one. → Give each the id it had before, or take guid: away from the newer one.',
      ],
    ],
    [
      'a date in the future',
      { documents: [essay('a/en', { date: '2026-06-02' })] },
      [
        'essays/a/en.mdx:4 date-in-future: The date lies in the future. → Correct the date, or add publish: with the time from which the essay may be shown.',
      ],
    ],
    [
      'an image without a text',
      { documents: [essay('a/en', {}, { images: [{ src: 'ants.png' }] })] },
      [
        'essays/a/en.mdx:9 missing-alt: The image “ants.png” has no text alternative. → Say in a few words what it shows: ![The words](image.png), or alt="" where it is only decoration.',
      ],
    ],
    [
      'an image of another site',
      { documents: [essay('a/en', {}, { images: [{ src: '//cdn.example.com/x.png', alt: 'x' }] })] },
      [
        'essays/a/en.mdx:9 remote-image: The image “//cdn.example.com/x.png” lies on another site. → Save the image beside the essay: readers are not sent to other sites without asking.',
      ],
    ],
    [
      'a missing image names those beside the essay, not others',
      { documents: [essay('a/en', {}, { images: [{ src: 'ant.png', alt: 'x' }] })] },
      [
        'essays/a/en.mdx:9 missing-image: There is no image “ant.png” beside the document. → In essays/a/ there are: ants.png, bees.png.',
      ],
    ],
    [
      'a missing cover',
      { documents: [essay('c/en', { cover: { src: 'x.png', alt: 'x' } })] },
      ['essays/c/en.mdx:5 missing-image: There is no image “x.png” beside the document. → Put it into essays/c/.'],
    ],
    [
      'an unknown chain',
      { documents: [chainIn({ id: 'acne' })] },
      [
        'essays/a/en.mdx:9 unknown-chain: ValueChain names “acne”, which chains/ does not declare. → Nearest in chains/: acme. Or declare “acne” there.',
      ],
    ],
    [
      'an unknown view',
      { documents: [chainIn({ id: 'acme', view: 'flat' })] },
      ['essays/a/en.mdx:9 unknown-view: The chain “acme” has no view “flat”. → It has: nested.'],
    ],
    [
      'an unknown viewpoint where there is none',
      { documents: [chainIn({ id: 'acme', viewpoint: 'buyer' })] },
      ['essays/a/en.mdx:9 unknown-viewpoint: The chain “acme” has no viewpoint “buyer”. → It has none at all.'],
    ],
    [
      'a tag without a label in a language that uses it',
      { tags: { lean: { label: { en: 'Lean' } } }, documents: [essay('a/sv', { tags: ['lean'] })] },
      ['tags.yaml missing-label: The tag “lean” is used in sv but has no label in it. → Add label: { sv: … } to lean.'],
    ],
    [
      'a parent that nobody declares',
      { tags: { lean: { label: 'Lean', parent: 'werk' }, work: { label: 'Work' } }, documents: [page('about/en')] },
      [
        'tags.yaml unknown-tag: tags.lean.parent names “werk”, which tags.yaml does not declare. → Nearest in tags.yaml: work, lean. Or declare “werk” there.',
      ],
    ],
    [
      'tags in a circle',
      { tags: { a: { label: 'A', parent: 'b' }, b: { label: 'B', parent: 'a' } }, documents: [page('about/en')] },
      ['tags.yaml circular-tags: The tags a → b are each other’s parents. → Take the parent away from one of them.'],
    ],
    [
      'a tag that is its own parent',
      { tags: { a: { label: 'A', parent: 'a' } }, documents: [page('about/en')] },
      ['tags.yaml circular-tags: The tag a is its own parent. → Take the parent away from one of them.'],
    ],
    [
      'a page of the navigation that is not there',
      { site: { navigation: [{ page: 'abuot' }] }, documents: [page('about/en')] },
      [
        'site.yaml unknown-page: navigation names “abuot”, which pages/ does not declare. → Nearest in pages/: about. Or declare “abuot” there.',
      ],
    ],
    [
      'a chain of home that is not there',
      { site: { home: { chain: 'acne' } }, documents: [page('about/en')] },
      [
        'site.yaml unknown-chain: home.chain names “acne”, which chains/ does not declare. → Nearest in chains/: acme. Or declare “acne” there.',
      ],
    ],
    [
      'two default authors',
      { authors: { a: { name: 'A', default: true }, b: { name: 'B', default: true } }, documents: [page('about/en')] },
      ['authors.yaml two-default-authors: 2 authors are the default: a, b. → Leave default: true with one of them.'],
    ],
    [
      'a folder with nothing to show',
      { documents: [] },
      ['no-content: The folder holds no published document. → Begin with: throughline new essay my-first-essay'],
    ],
  ])('%s', (_, input, expected) => {
    expect(said(input)).toEqual(expected);
  });

  it('is found in drafts too, before they are published', () => {
    expect(said({ documents: [page('about/en'), essay('a/en', { draft: true, tags: ['leen'] })] })).toHaveLength(1);
  });

  it('is not a future date that is a draft’s, or that says when to publish', () => {
    const documents = [
      page('about/en'),
      essay('a/en', { date: '2027-01-01', draft: true }),
      essay('b/en', { date: '2027-01-01', publish: '2027-01-01' }),
    ];
    expect(said({ documents })).toEqual([]);
  });

  it('comes with all others at once, in the order of files', () => {
    const documents = [essay('b/en', { tags: ['x'] }), essay('a/en', { authors: ['x'], tags: ['y'] })];
    expect(understand({ ...world, documents }).problems.map(({ rule, file }) => `${file ?? ''} ${rule}`)).toEqual([
      'essays/a/en.mdx unknown-author',
      'essays/a/en.mdx unknown-tag',
      'essays/b/en.mdx unknown-tag',
    ]);
  });
});
