import { join } from 'node:path';
import { setAside } from './aside.ts';
import type { Contestant } from './contestant.ts';
import type { Corpus, Dialect } from './corpus.ts';
import { pagefind } from './hugo.ts';
import { frontMatter, installPeers, linkPackages, peerProgram, put, putSources } from './peer.ts';
import { drawing, picture } from './pictures.ts';

const dialect: Dialect = {
  address: (id, lang) => `/${lang}/essays/${id}/`,
  diagram: (chain) => `{% chain "${chain}" %}`,
  image: (name, alt, { id }) => `![${alt}](/content/essays/${id}/${name})`,
};

/** Eleventy with Markdown and Nunjucks, and Pagefind's command behind it. Its images are copied as they are. */
export const eleventy: Contestant = {
  name: 'eleventy',
  available: installPeers,
  site: (folder) => join(folder, '_site'),
  write: async (corpus, folder) => {
    await putSources('eleventy', folder);
    await linkPackages(folder);
    for (const chain of corpus.chains) await put(folder, `chains/${chain}.svg`, drawing(chain));
    await put(folder, 'content/essays/essays.json', JSON.stringify({ layout: 'essay.njk' }));
  },
  writeEssay: async (corpus, folder, plan, extra = '') => {
    const { id, lang, title, description, date, tags, author, image } = plan;
    const permalink = `/${lang}/essays/${id}/`;
    const front = frontMatter({ id, lang, title, description, date, topics: tags, author, permalink });
    await put(folder, `content/essays/${id}/${lang}.md`, front + corpus.body(plan, dialect) + extra);
    if (image !== undefined && lang === 'en') await put(folder, `content/essays/${id}/${image}`, await picture(id));
  },
  writeTags: (corpus, folder) => put(folder, '_data/labels.json', labelsText(corpus)),
  forget: (folder) => setAside(join(folder, '_site'), join(folder, '.cache')),
  commands: (folder) => [
    { program: process.execPath, args: [peerProgram('@11ty/eleventy/cmd.cjs'), '--quiet'], cwd: folder },
    pagefind(folder, '_site'),
  ],
};

/** Names of tags by id and language, as JSON. */
export function labelsText({ tags }: Corpus): string {
  return JSON.stringify(Object.fromEntries(tags.map(({ id, label }) => [id, label])), undefined, 2);
}
