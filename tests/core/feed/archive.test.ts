import { describe, expect, it } from 'vitest';
import { essay, essays, type FolderInput } from '../folder.ts';
import { file, read, written } from './written.ts';

const many: FolderInput = { documents: essays(900), site: { languages: ['en'] } };

/** Goes from the feed to the oldest document of its archive, as a reader does, and gathers what it meets. */
function walk(input: FolderInput): { routes: string[]; ids: Set<string> } {
  const all = written(input);
  const routes: string[] = [];
  const ids = new Set<string>();
  let route: string | undefined = 'en/atom.xml';
  while (route !== undefined) {
    routes.push(route);
    const feed = read.atom(all.get(route) ?? '');
    for (const { id } of feed.entries ?? []) ids.add(id ?? '');
    route = feed.links?.find(({ rel }) => rel === 'prev-archive')?.href?.replace('https://example.org/', '');
  }
  return { routes, ids };
}

describe('the archive of an Atom feed', () => {
  it('reaches every essay, a document a year', () => {
    const { routes, ids } = walk(many);
    expect(routes).toEqual(['en/atom.xml', 'en/atom-2012.xml', 'en/atom-2011.xml', 'en/atom-2010.xml']);
    expect(ids.size).toBe(900);
  });
  it('says that it is one, and where the feed and its neighbours are', () => {
    const text = file(many, 'en/atom-2011.xml');
    expect(text).toContain('<fh:archive/>');
    const links = read.atom(text).links?.map(({ rel, href }) => [rel, href]);
    expect(links).toEqual(
      expect.arrayContaining([
        ['self', 'https://example.org/en/atom-2011.xml'],
        ['current', 'https://example.org/en/atom.xml'],
        ['prev-archive', 'https://example.org/en/atom-2010.xml'],
        ['next-archive', 'https://example.org/en/atom-2012.xml'],
      ]),
    );
  });
  it('keeps every document as it was when something is published later', () => {
    const before = written(many);
    const after = written({ ...many, documents: [...essays(900), essay('new/en', { date: '2013-05-01' })] });
    const changed = [...before.keys()].filter((route) => before.get(route) !== after.get(route));
    expect(changed).toEqual(['feed.xml', 'atom.xml', 'en/feed.xml', 'en/atom.xml', 'en/feed.json']);
  });
  it('gets a document for a year only when an essay of it has left the feed', () => {
    const routes = [...written({ ...many, documents: essays(50) }).keys()];
    expect(routes.filter((route) => /\d/.test(route))).toEqual([]);
    expect(file({ ...many, documents: essays(50) }, 'en/atom.xml')).not.toContain('archive');
    expect([...written({ ...many, documents: essays(51) }).keys()]).toContain('en/atom-2010.xml');
  });
});
