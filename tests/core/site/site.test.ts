import { describe, expect, it } from 'vitest';
import { headersText } from '../../../src/core/site/headers.ts';
import { siteSchema, type SiteInput } from '../../../src/core/site/site.ts';
import { checked, faults } from '../folder.ts';

const least: SiteInput = {
  schema: 'site/1',
  title: 'S',
  description: 'D',
  address: 'https://example.org',
  languages: ['sv', 'pt-br'],
};

describe('the settings of a site', () => {
  it('need little, and get the rest', () => {
    expect(checked(siteSchema, least)).toEqual({
      ...least,
      address: 'https://example.org/',
      languages: ['sv', 'pt-BR'],
      defaultLanguage: 'sv',
      identity: 'throughline.invalid,2026',
      navigation: ['archive', 'concepts', 'tags'],
    });
  });

  it.each([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/blog', 'https://example.org/blog/'],
    ['http://localhost:4321/', 'http://localhost:4321/'],
    ['https://räksmörgås.se/blå/', 'https://xn--rksmrgs-5wao1o.se/bl%C3%A5/'],
  ])('may name the address %s', (address, normal) => {
    expect(checked(siteSchema, { ...least, address }).address).toBe(normal);
  });

  it.each<[Partial<Record<keyof SiteInput | 'adress', unknown>>, string]>([
    [{ schema: 'site/2' }, 'schema wrong-value: schema must be site/1, but is “site/2”.'],
    [{ adress: 'x' }, 'adress unknown-key: There is no key “adress”. → Did you mean “address”?'],
    [
      { address: 'example.org' },
      'address wrong-value: address must be the absolute address of the site, such as https://example.org/blog/.',
    ],
    [
      { address: 'ftp://example.org/' },
      'address wrong-value: address must be the absolute address of the site, such as https://example.org/blog/.',
    ],
    [{ address: 'https://example.org/?a=1' }, 'address wrong-value: address must not contain ? or #.'],
    [
      { address: 'https://example.org/%E9/' },
      'address wrong-value: address has a path that cannot be decoded; write it in UTF-8.',
    ],
    [{ languages: [] }, 'languages wrong-value: languages must name at least one language.'],
    [{ languages: ['sv', 'SV'] }, 'languages wrong-value: languages names “sv” twice.'],
    [
      { languages: ['se_SE'] },
      'languages/0 wrong-value: languages.0 is “se_SE”, which is no language tag; write one such as en, sv or pt-BR.',
    ],
    [
      { defaultLanguage: 'de' },
      'defaultLanguage wrong-value: defaultLanguage is “de”, which is not among languages: sv, pt-BR.',
    ],
    [{ accent: 'red' }, 'accent wrong-value: accent must be a colour such as "#b93a0e".'],
    [{ accent: null }, 'accent wrong-value: accent must be a text, but is empty.'],
    [
      { licence: { name: 'L', url: 'javascript:alert(1)' } },
      'licence/url wrong-value: licence.url must be an absolute address that begins with https:// or http://.',
    ],
    [{ reply: 'nobody' }, 'reply wrong-value: reply must be an e-mail address.'],
    [
      { identity: 'example.org' },
      'identity wrong-value: identity must be a domain and a year, such as example.org,2019.',
    ],
    [
      { navigation: ['tagz'] },
      'navigation/0 wrong-value: navigation.0 must be one of archive, tags, series, concepts, chains, authors, search, subscribe, or a page such as { page: about }.',
    ],
    [
      { urls: { sv: { tags: '../x' } } },
      'urls/sv/tags wrong-value: urls.sv.tags must be one part of an address: lower-case letters and digits with hyphens between, such as look-up.',
    ],
    [
      { urls: { sv: { tagz: 'x' } } },
      'urls/sv/tagz unknown-key: There is no key “tagz” in urls.sv. → Did you mean “tags”?',
    ],
    [{ budgets: { page: 0 } }, 'budgets/page wrong-value: budgets.page must be more than 0.'],
  ])('may not be %j', (change, line) => {
    expect(faults(siteSchema, { ...least, ...change })).toEqual([line]);
  });
});

describe('the headers of a site', () => {
  const text = headersText('/blog/', false, ['images/']);

  it('hold below its own path', () => {
    const paths = text.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
    expect(paths[0]).toBe('/blog/*');
    expect(paths.filter((path) => !path.startsWith('/blog/'))).toEqual([]);
  });

  it('let no other site frame a page, and keep files named by their content for a year', () => {
    expect(text).toContain("frame-ancestors 'none'\n");
    expect(text).toContain('/blog/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
    expect(text).toContain('/blog/images/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  });
});
