import { join } from 'node:path';
import { projectRoot } from '../../src/build/project.ts';
import { setAside } from './aside.ts';
import type { Contestant } from './contestant.ts';
import type { Corpus, Dialect } from './corpus.ts';
import { frontMatter, onPath, put, putSources } from './peer.ts';
import { drawing, picture } from './pictures.ts';
import { languages } from './prose.ts';

const dialect: Dialect = {
  address: (id, lang) => `/${lang}/essays/${id}/`,
  diagram: (chain) => `{{< chain ${chain} >}}`,
  image: (name, alt) => `![${alt}](${name})`,
};

/** Hugo with Pagefind's own command behind it; takes part where Hugo is installed. */
export const hugo: Contestant = {
  name: 'hugo',
  available: () => Promise.resolve(onPath('hugo') === undefined ? 'there is no hugo on the path' : undefined),
  site: (folder) => join(folder, 'public'),
  write: async (corpus, folder) => {
    await putSources('hugo', folder);
    for (const chain of corpus.chains) await put(folder, `chains/${chain}.svg`, drawing(chain));
    await writeSections(corpus, folder);
  },
  writeEssay: async (corpus, folder, plan, extra = '') => {
    const { id, lang, title, description, date, tags, author, image } = plan;
    const front = frontMatter({ title, description, date, tags, authors: [author] });
    await put(folder, `content/essays/${id}/index.${lang}.md`, front + corpus.body(plan, dialect) + extra);
    if (image !== undefined && lang === 'en') await put(folder, `content/essays/${id}/${image}`, await picture(id));
  },
  writeTags: async ({ tags }, folder) => {
    for (const { id, label } of tags)
      for (const lang of languages)
        await put(folder, `content/tags/${id}/_index.${lang}.md`, frontMatter({ title: label[lang] }));
  },
  forget: (folder) => setAside(...['public', 'resources', '.hugo_build.lock'].map((name) => join(folder, name))),
  commands: (folder) => [
    { program: 'hugo', args: ['--quiet', '--cleanDestinationDir'], cwd: folder },
    pagefind(folder, 'public'),
  ],
};

/** Sections without pages of their own, for the feeds of each year and of all languages. */
async function writeSections(corpus: Corpus, folder: string): Promise<void> {
  const years = new Set(
    Array.from({ length: corpus.essays }, (_, index) => corpus.essay(index, 'en').date.slice(0, 4)),
  );
  const everything = frontMatter({ title: 'Bench', outputs: ['RSS', 'ATOM'] });
  await put(folder, 'content/everything/_index.en.md', everything);
  for (const year of years)
    for (const lang of languages) {
      const front = frontMatter({ title: year, year: Number(year), outputs: ['ATOM'] });
      await put(folder, `content/archive/${year}/_index.${lang}.md`, front);
    }
}

/** Pagefind's command over a built site. */
export function pagefind(folder: string, site: string): { program: string; args: string[]; cwd: string } {
  const program = join(projectRoot, 'node_modules/pagefind/lib/runner/bin.cjs');
  return { program: process.execPath, args: [program, '--site', site, '--quiet'], cwd: folder };
}
