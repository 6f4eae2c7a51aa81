import { describe, expect, it } from 'vitest';
import { imagePath } from '../../../src/core/library/bodies.ts';
import { chain, essay, pageAt, understand, type FolderInput, type Written } from '../folder.ts';
import { slot } from '../../../src/core/essay/slot.ts';

const images = ['essays/a/ants.png', 'essays/shared.png'];

function body(written: Written, input: FolderInput = {}): string {
  const library = understand({ images, ...input, documents: [essay('a/en', {}, written)] });
  const page = pageAt(library, 'essay', 'en/a/');
  return 'html' in page.body ? page.body.html : `module ${page.body.module}`;
}

describe('an image of an essay', () => {
  it.each([
    ['ants.png', 'essays/a/ants.png'],
    ['./ants.png', 'essays/a/ants.png'],
    ['../shared.png', 'essays/shared.png'],
    ['img/x.png', 'essays/a/img/x.png'],
  ])('%s lies at %s', (src, path) => {
    expect(imagePath(essay('a/en'), src)).toBe(path);
  });

  it('is a picture with its sizes, and only the first is loaded at once', () => {
    const html = body({
      images: [
        { src: 'ants.png', alt: 'Ants & "bees"' },
        { src: '../shared.png', alt: '' },
      ],
      fragment: `<img src="${slot('image', 0)}"><img src="${slot('image', 1)}">`,
    });
    const [first, second] = html.split('</picture>');
    expect(first).toBe(
      '<picture><source type="image/avif" srcset="/images/a/ants.png.avif 400w" sizes="(min-width: 42rem) 40rem, calc(100vw - 2.5rem)"><img src="/images/a/ants.png" alt="Ants &amp; &quot;bees&quot;" width="400" height="300">',
    );
    expect(second).toContain('alt="" width="400" height="300" loading="lazy" decoding="async">');
  });

  it('for readers elsewhere is one image with a complete address', () => {
    const one = essay('a/en', {}, { images: [{ src: 'ants.png', alt: 'Ants' }] });
    const library = understand({ images, documents: [one] });
    expect(library.fillers(one, 'feed').image(0)).toBe(
      '<img src="https://example.org/images/a/ants.png" alt="Ants" width="400" height="300">',
    );
  });
});

describe('a chain in an essay', () => {
  const component = (props: Record<string, string>) => ({ name: 'ValueChain', props });

  it('is drawn as it was asked for, with the way to its own page', () => {
    const html = body(
      { components: [component({ id: 'acme', scenario: 'today' })], fragment: slot('component', 0) },
      { chains: [chain('acme')] },
    );
    expect(html).toBe(
      '<figure>acme {"lang":"en","prefix":"","scenario":"today","href":"/en/chains/acme/","spoken":true}</figure>',
    );
  });

  it('a second time has ids of its own; another chain between does not count', () => {
    const html = body(
      {
        components: ['acme', 'other', 'acme'].map((id) => component({ id })),
        fragment: [0, 1, 2].map((index) => slot('component', index)).join(''),
      },
      { chains: [chain('acme'), chain('other')] },
    );
    expect([...html.matchAll(/(\w+) {"lang":"en","prefix":"([^"]*)"/g)].map((match) => match.slice(1))).toEqual([
      ['acme', ''],
      ['other', ''],
      ['acme', 'f2-'],
    ]);
  });

  it.each([
    ['in a language that has its page', { sv: 'Acme' }, '"href":"/sv/vardekedjor/acme/","spoken":false'],
    ['nowhere, where it has none', { de: 'Acme' }, '"prefix":""}'],
  ])('leads to its page %s', (_, title, expected) => {
    const written = { components: [component({ id: 'acme' })], fragment: slot('component', 0) };
    expect(body(written, { chains: [chain('acme', { title })] })).toContain(expected);
  });

  it('for readers elsewhere is its description and a table', () => {
    const one = essay('a/en', {}, { components: [component({ id: 'acme' })] });
    const { fillers } = understand({ chains: [chain('acme')], documents: [one] });
    const html = fillers(one, 'feed').component(0);
    expect(html).toContain('<p>acme in words</p><table></table>');
    expect(html).not.toContain('<figure>');
  });

  it('for programs lists every line that is not said above it, a name within a sentence too', () => {
    const one = essay('a/en', {}, { components: [component({ id: 'acme' })] });
    const said = 'Five steps. Assembly 1 is 103% loaded.';
    const plain = () => ({
      alt: `Chain acme. ${said}`,
      table: '',
      text: 'Chain acme\nFive steps.\nAssembly 1 is 103% loaded.\nWelding\nAssembly 1',
    });
    const { fillers } = understand({ chains: [chain('acme', { plain })], documents: [one] });
    const html = fillers(one, 'text').component(0);
    expect(html).toContain(`<p>${said}</p><ul><li>Welding</li><li>Assembly 1</li></ul>`);
  });
});

describe('an essay with code of its own', () => {
  it('names the module that renders it', () => {
    expect(body({ fragment: undefined })).toBe('module essays/a/en.mdx');
  });
});
