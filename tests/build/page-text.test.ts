import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
    for (const page of library.pages)
      expect(readPage(writer.send(page, writer.text(page)), writer.words)).toEqual(page);
  });

  it('is refused when the words of its language have not come with it', async () => {
    const { library } = await understood(join(projectRoot, 'content'));
    const [page] = library.pages;
    if (page === undefined) throw new Error('The site has no page.');
    const writer = new PageWriter(library.knowledge.content.words);
    expect(() => readPage(writer.send(page, writer.text(page)), {})).toThrow(`The words of ${page.route}`);
  });

  it('tells when the HTML of a document has become another, whatever other file is the cause', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'text-'));
    await cp(join(projectRoot, 'content'), folder, { recursive: true });
    const htmls = async (): Promise<Map<string, { text: string; html: string }>> => {
      const { library } = await understood(folder);
      const writer = new PageWriter(library.knowledge.content.words);
      const sent = library.pages.map((page) => writer.send(page, writer.text(page)));
      return new Map(sent.map(({ route, text, html }) => [route, { text, html: html ?? '' }]));
    };
    const before = await htmls();
    await edit(join(folder, 'essays/look-up/en.mdx'), (text) => text.replace('---\n', '---\nslug: elsewhere\n'));
    await edit(join(folder, 'chains/acme-stamping.yaml'), (text) => text.replaceAll('Acme Stamping', 'Acme Bending'));
    const after = await htmls();
    await rm(folder, { recursive: true, force: true });
    const both = [...before].flatMap(([route, one]) => {
      const other = after.get(route);
      return other === undefined ? [] : [{ route, one, other }];
    });
    const changed = both.filter(({ one, other }) => one.html !== other.html);
    expect(changed.length).toBeGreaterThan(3);
    expect(changed.filter(({ one, other }) => one.text === other.text).map(({ route }) => route)).toEqual([]);
  });
});

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}
