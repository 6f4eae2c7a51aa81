import { describe, expect, it } from 'vitest';
import { buildRouteTable, outputFile } from '../../../src/core/route/table.ts';
import { lines } from '../folder.ts';

describe('the file of a route', () => {
  it.each([
    ['', 'index.html'],
    ['sv/', 'sv/index.html'],
    ['sv/a/', 'sv/a/index.html'],
    ['404.html', '404.html'],
    ['sv/feed.xml', 'sv/feed.xml'],
  ])('%j is %s', (route, file) => {
    expect(outputFile(route)).toBe(file);
  });
});

describe('the table of routes', () => {
  const hint = 'Give all but one of them another slug, name or alias.';

  it('has every claim under its route', () => {
    const table = buildRouteTable([
      { route: 'en/a/', what: 'essay', file: 'a' },
      { route: 'en/b/', what: 'essay', file: 'b' },
    ]);
    expect(table.problems).toEqual([]);
    expect([...table.routes.keys()].sort()).toEqual(['en/a/', 'en/b/']);
  });

  it('gives an address to the first who claims it', () => {
    const table = buildRouteTable([
      { route: 'a/', what: 'essay' },
      { route: 'a/', what: 'alias' },
    ]);
    expect(table.routes.get('a/')?.what).toBe('essay');
  });

  it.each([
    [
      'two documents, with the line of the first',
      [
        { route: 'en/a/', what: 'essay', file: 'essays/a/en.mdx', line: 4 },
        { route: 'en/a/', what: 'page', file: 'pages/a/en.mdx' },
      ],
      [
        `essays/a/en.mdx:4 same-address: 2 things want the address /en/a/: essays/a/en.mdx (essay), pages/a/en.mdx (page). → ${hint}`,
      ],
    ],
    [
      'a document and something of ours, at the document',
      [
        { route: 'en/tags/', what: 'page tags' },
        { route: 'en/tags/', what: 'essay', file: 'essays/tags/en.mdx' },
      ],
      [
        `essays/tags/en.mdx same-address: 2 things want the address /en/tags/: page tags, essays/tags/en.mdx (essay). → ${hint}`,
      ],
    ],
    [
      'three at once, all named',
      ['x', 'y', 'z'].map((file) => ({ route: 'a/', what: 'alias', file })),
      [`x same-address: 3 things want the address /a/: x (alias), y (alias), z (alias). → ${hint}`],
    ],
    [
      'addresses that differ in case only',
      [
        { route: 'en/Report.pdf', what: 'public file', file: 'public/en/Report.pdf' },
        { route: 'en/report.pdf', what: 'download', file: 'x' },
      ],
      [
        `public/en/Report.pdf same-address: 2 things want the address /en/Report.pdf: public/en/Report.pdf (public file), x (download). → ${hint}`,
      ],
    ],
    [
      'addresses that differ in how letters are composed only',
      [
        { route: 'sv/v\u00E4rde/', what: 'essay', file: 'a' },
        { route: 'sv/va\u0308rde/index.html', what: 'public file', file: 'b' },
      ],
      [`a same-address: 2 things want the address /sv/v\u00E4rde/: a (essay), b (public file). → ${hint}`],
    ],
    [
      'a page and the file it would be written to',
      [
        { route: 'en/', what: 'page home' },
        { route: 'en/index.html', what: 'public file', file: 'public/en/index.html' },
      ],
      [
        `public/en/index.html same-address: 2 things want the address /en/: page home, public/en/index.html (public file). → ${hint}`,
      ],
    ],
    [
      'a file where another needs a folder',
      [
        { route: 'old', what: 'public file', file: 'public/old' },
        { route: 'old/a/', what: 'alias', file: 'essays/a/en.mdx' },
      ],
      [
        `public/old same-address: 2 things want the address /old: public/old (public file), essays/a/en.mdx (alias). → ${hint}`,
      ],
    ],
  ])('refuses %s', (_, claims, expected) => {
    expect(lines(buildRouteTable(claims).problems)).toEqual(expected);
  });
});
