import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf, htmlOf } from './compiled.ts';

describe('notes', () => {
  it('have plain ids, roles, and words of the language', async () => {
    expect(await htmlOf('A[^x].\n\n[^x]: The *note*.\n')).toBe(
      '<p>A<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-describedby="footnotes-label">1</a></sup>.</p>\n' +
        '<section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes-label"><h2 id="footnotes-label">NOTES</h2>\n' +
        '<ol>\n<li id="fn-1">\n' +
        '<p>The <em>note</em>. <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="BACK 1">↩\uFE0E</a></p>\n' +
        '</li>\n</ol>\n</section>',
    );
  });

  it('lead back to each of their references', async () => {
    const html = await htmlOf('A[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X');
    expect([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'fnref-1',
      'fnref-2',
      'fnref-1-2',
      'footnotes-label',
      'fn-1',
      'fn-2',
    ]);
    expect([...html.matchAll(/href="#(fnref[^"]+)"[^>]*label="([^"]+)"/g)].map((match) => match.slice(1))).toEqual([
      ['fnref-1', 'BACK 1'],
      ['fnref-1-2', 'BACK 1-2'],
      ['fnref-2', 'BACK 2'],
    ]);
  });

  it('are no links of the outline and no heading, but can be linked to', async () => {
    const { outline } = await compileBody('A[^x]\n\n[^x]: X');
    expect(outline.links).toEqual([]);
    expect(outline.headings).toEqual([]);
    expect(new Set(outline.ids)).toEqual(new Set(['fnref-1', 'footnotes-label', 'fn-1']));
  });

  it.each([
    ['A[^typo]\n\n[^x]: X', '1:2 unknown-footnote: There is no note [^typo].'],
    ['## B\n\nA *b[^typo]*', '3:5 unknown-footnote: There is no note [^typo].'],
  ])('%j is an error', async (body, fault) => {
    expect(await faultsOf(body)).toContain(fault);
  });

  it('leave code alone', async () => {
    expect(await faultsOf('`[^x]`')).toEqual([]);
  });
});

describe('notes that no reader would see', () => {
  it.each([
    ['A.\n\n[^1]: B.', '3:1 unused-footnote: Nothing refers to the note [^1], so it is not shown.'],
    ['A[^a].\n\n[^a]: B.\n[^A]: C.', '4:1 repeated-footnote: There is another note [^A]; this one is not shown.'],
    ['A `[^b]`.\n\n[^b]: B.', '3:1 unused-footnote: Nothing refers to the note [^b], so it is not shown.'],
  ])('are told: %j', async (body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });

  it.each([
    'A[^1].\n\n[^1]: B[^2].\n\n[^2]: C.',
    '```\n[^1]: in code\n```\n',
    '~~~md\n[^1]: x\n```\n[^2]: y\n~~~',
    'A[^Å].\n\n[^å]: B.',
  ])('are none here: %j', async (body) => {
    expect(await faultsOf(body)).toEqual([]);
  });
});
