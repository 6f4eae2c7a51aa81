import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf } from './compiled.ts';

async function ids(body: string): Promise<string[]> {
  return (await compileBody(body)).outline.headings.map((heading) => heading.id);
}

describe('headings', () => {
  it.each([
    ['## Look up!', ['look-up']],
    ['## Åäö på ÖN', ['åäö-på-ön']],
    ['## سلسلة القيمة', ['سلسلة-القيمة']],
    ['## 価値の連鎖', ['価値の連鎖']],
    ['## One\n\n## One\n\n### One', ['one', 'one-2', 'one-3']],
    ['## One\n\n## One 2\n\n## One', ['one', 'one-2', 'one-3']],
    ['## !?', ['h-1']],
    ['## `code` and *more*', ['code-and-more']],
    ['## One\n\n<p id="one">x</p>', ['one-2']],
    ['<h2 id="own">Own</h2>\n\n## Own', ['own', 'own-2']],
    ['Underlined\n----------', ['underlined']],
    ['> ## Inside', ['inside']],
    ['## Fn\n\n## fn 1\n\nx[^1]\n\n[^1]: y', ['fn', 'fn-1-2']],
  ])('%j get the ids %j', async (body, expected) => {
    expect(await ids(body)).toEqual(expected);
  });

  it('are listed with their depth, text and place', async () => {
    const { outline, html } = await compileBody('Text\n\n### The "end" of *it*\n');
    expect(outline.headings).toEqual([{ depth: 3, text: 'The “end” of it', id: 'the-end-of-it', line: 3, column: 1 }]);
    expect(html).toContain('<h3 id="the-end-of-it">The “end” of <em>it</em></h3>');
    expect(outline.ids).toEqual(['the-end-of-it']);
  });

  it.each([
    ['# Title', '1:1 heading-level: “# Title” would be a second title of the page.'],
    ['<h1>Title</h1>', '1:1 heading-level: “# Title” would be a second title of the page.'],
    ['##', '1:1 empty-heading: This heading has no text.'],
  ])('%j is an error', async (body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });
});
