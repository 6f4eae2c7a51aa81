import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PageWriter, readPage } from '../../src/build/page-text.ts';
import { projectRoot } from '../../src/build/project.ts';
import { understood } from '../cli/understood.ts';

describe('the text of a page', () => {
  it('holds all that the page shows, on every page of a site with every kind of them', async () => {
    const { library } = await understood(join(projectRoot, 'content'));
    const writer = new PageWriter(library.knowledge.content.words);
    expect(new Set(library.pages.map(({ kind }) => kind)).size).toBeGreaterThan(10);
    for (const page of library.pages) expect(readPage(writer.text(page), writer.words)).toEqual(page);
  });

  it('is refused when the words of its language have not come with it', async () => {
    const { library } = await understood(join(projectRoot, 'content'));
    const [page] = library.pages;
    if (page === undefined) throw new Error('The site has no page.');
    const text = new PageWriter(library.knowledge.content.words).text(page);
    expect(() => readPage(text, {})).toThrow(`The words of ${page.route}`);
  });
});
