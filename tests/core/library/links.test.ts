import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../src/core/essay/essay.ts';
import type { Audience } from '../../../src/core/library/bodies.ts';
import type { Library } from '../../../src/core/library/library.ts';
import { chain, concept, essay, lines, page, understand, type FolderInput } from '../folder.ts';

const world: FolderInput = {
  tags: { lean: { label: { en: 'Lean', sv: 'Lean' } }, unused: { label: 'Unused' }, swedish: { label: 'Swedish' } },
  authors: { ada: { name: 'Ada', default: true } },
  series: { work: { title: 'Work' } },
  chains: [chain('acme'), chain('sv-only', { title: { sv: 'Bara' } }), chain('nowhere', { title: { de: 'Nie' } })],
  publicFiles: ['paper.pdf', 'å b.pdf'],
};
const others = [
  essay('target/en', { tags: ['lean'], series: { id: 'work', part: 1 } }, { headings: ['ants', 'bees'] }),
  essay('target/sv', { slug: 'mål', tags: ['swedish'] }, { headings: ['myror'] }),
  essay('swedish/sv'),
  essay('draft/en', { draft: true }),
  essay('half/en', { draft: true }),
  essay('half/sv'),
  concept('takt-time/en'),
  page('about/en'),
];

/** A library in which one essay has all these links; the first is on line 9. */
function linking(hrefs: readonly string[]): { readonly library: Library; readonly from: Essay } {
  const from = essay('from/en', {}, { links: hrefs, headings: ['here'] });
  return { library: understand({ ...world, documents: [...others, from] }), from };
}

/** The attributes that each link gets. */
function attributes(hrefs: readonly string[], audience: Audience = 'page'): string[] {
  const { library, from } = linking(hrefs);
  const { link } = library.fillers(from, audience);
  return hrefs.map((_, index) => link(index));
}

/** What is said of each link. */
function complaints(hrefs: readonly string[]): string[] {
  return lines(linking(hrefs).library.problems).filter((line) => line.startsWith('essays/from/en.mdx'));
}

describe('a link in an essay', () => {
  const good = [
    ['../target/', 'href="/en/target/"'],
    ['../target/#ants', 'href="/en/target/#ants"'],
    ['../target/sv.mdx', 'href="/sv/m%C3%A5l/" hreflang="sv" class="other-language"'],
    ['../target/en.mdx', 'href="/en/target/"'],
    ['../../concepts/takt-time/', 'href="/en/concepts/takt-time/"'],
    ['../../pages/about/', 'href="/en/about/"'],
    ['../../tags.yaml#lean', 'href="/en/tags/lean/"'],
    ['../../tags.yaml#swedish', 'href="/sv/taggar/swedish/" hreflang="sv" class="other-language"'],
    ['../../series.yaml#work', 'href="/en/series/work/"'],
    ['../../authors.yaml#ada', 'href="/en/authors/ada/"'],
    ['../../chains/acme.yaml', 'href="/en/chains/acme/"'],
    ['../../chains/acme.yaml#weld', 'href="/en/chains/acme/#acme.weld"'],
    ['../../chains/sv-only.yaml', 'href="/sv/vardekedjor/sv-only/" hreflang="sv" class="other-language"'],
    ['#here', 'href="#here"'],
    ['#', 'href="#"'],
    ['/paper.pdf#page=2', 'href="/paper.pdf#page%3D2"'],
    ['/å%20b.pdf', 'href="/%C3%A5%20b.pdf"'],
    ['https://example.com/?a=1&b="2"', 'href="https://example.com/?a=1&amp;b=&quot;2&quot;"'],
  ] as const;
  const given = attributes(good.map(([href]) => href));

  it.each(good.map(([href, expected], index) => ({ href, expected, index })))(
    '$href becomes $expected',
    ({ expected, index }) => {
      expect(given[index]).toBe(expected);
    },
  );

  it('that leads somewhere is nothing to complain of', () => {
    expect(complaints(good.map(([href]) => href))).toEqual([]);
  });

  it('to what exists in another language only leads there, says so and is a warning', () => {
    expect(attributes(['../swedish/'])).toEqual(['href="/sv/swedish/" hreflang="sv" class="other-language"']);
    expect(linking(['../swedish/']).library.problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(complaints(['../swedish/'])).toEqual([
      'essays/from/en.mdx:9 link-to-other-language: “../swedish/” does not exist in en; the link leads to essays/swedish/sv.mdx and says so. → Translate it, or write ../swedish/sv.mdx to mean that language.',
    ]);
  });

  it('to a document of which only the own language is a draft leads to the other', () => {
    expect(attributes(['../half/'])[0]).toContain('/sv/half/');
  });

  const broken = [
    [
      '../targt/',
      'There is no essay “targt” to link to from essays/from/en.mdx. → The nearest are: target, from, half, swedish.',
    ],
    ['../target/fr.mdx', 'The essay “target” does not exist in fr. → It exists in en, sv.'],
    [
      '../target/#ant',
      'The link “../target/#ant” names a part that essays/target/en.mdx does not have. → The nearest are: ants, bees.',
    ],
    ['#her', 'The link “#her” has no target in this file. → The nearest are: here.'],
    [
      '../draft/',
      'The link leads to essay “draft”, which is a draft or not yet published. → Publish it, or take the link out until then.',
    ],
    [
      '../half/en.mdx',
      'The link leads to essay “half”, which is a draft or not yet published. → Publish it, or take the link out until then.',
    ],
    [
      '../../concepts/tact-time/',
      'There is no concept “tact-time” to link to from essays/from/en.mdx. → The nearest are: takt-time.',
    ],
    ['../../tags.yaml#leen', 'There is no tag “leen”. → The nearest are: lean, unused, swedish.'],
    [
      '../../tags.yaml#unused',
      'The tag “unused” has no page, since no essay uses it. → Use it in an essay, or take the link out.',
    ],
    ['../../authors.yaml#bob', 'There is no author “bob”. → The nearest are: ada.'],
    ['../../chains/acne.yaml', 'There is no value chain “acne”. → The nearest are: acme, nowhere, sv-only.'],
    ['../../chains/acme.yaml#wled', 'The value chain “acme” has no activity “wled”. → The nearest are: weld, paint.'],
    [
      '../../chains/nowhere.yaml',
      'The value chain “nowhere” has no page. → Give it a title in a language of the site.',
    ],
    [
      '/papre.pdf',
      'The link “/papre.pdf” begins with / but public/ has no such file. → To link to an essay, write a path to its folder such as ../look-up/. The nearest are: paper.pdf, å b.pdf.',
    ],
    ['../../tags.yaml', 'The link names no tag. → Write its id after a #, as in ../../tags.yaml#lean.'],
    ['../../authors.yaml#', 'The link names no author. → Write its id after a #, as in ../../authors.yaml#ada.'],
    ['htp://example.org/', 'No address begins with “htp:”. → Did you mean “http:”?'],
    ['https://', 'The address “https://” cannot be read. → Write a whole one, such as https://example.org/page.'],
    [
      'C:\\x.pdf',
      'The link “C:\\x.pdf” is a path on one machine. → Put the file into public/ and link to it as /file.pdf.',
    ],
    ['mailto:ada', 'The link “mailto:ada” names no e-mail address. → Write it as mailto:name@example.org.'],
    [
      '../../site.yaml',
      'The link “../../site.yaml” leads to nothing that this folder holds. → Write a path to a folder such as ../look-up/ or ../../concepts/takt-time/, to a registry such as ../../tags.yaml#lean, or put a file into public/ and link to it as /file.pdf.',
    ],
  ] as const;
  const said = complaints(broken.map(([href]) => href));

  it.each(broken.map(([href, message], index) => ({ href, message, index })))(
    '$href is broken, and says what there is instead',
    ({ message, index }) => {
      expect(said[index]).toBe(`essays/from/en.mdx:${String(9 + index)} broken-link: ${message}`);
    },
  );

  it('that is broken is told once', () => {
    expect(said).toHaveLength(broken.length);
  });

  it('says that there is nothing to choose from where there is not', () => {
    const { problems } = understand({ documents: [essay('a/en', {}, { links: ['../../tags.yaml#x'] })] });
    expect(lines(problems)).toEqual([
      'essays/a/en.mdx:9 broken-link: There is no tag “x”. → There is none at all yet.',
    ]);
  });
});

describe('for readers elsewhere', () => {
  it.each([
    ['../target/#ants', 'href="https://example.org/en/target/#ants"'],
    ['#here', 'href="https://example.org/en/from/#here"'],
    ['/paper.pdf', 'href="https://example.org/paper.pdf"'],
    ['mailto:a@example.org', 'href="mailto:a@example.org"'],
  ])('%s is complete: %s', (href, expected) => {
    expect(attributes([href], 'feed')).toEqual([expected]);
  });
});
