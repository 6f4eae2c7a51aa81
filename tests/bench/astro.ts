import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setAside } from './aside.ts';
import type { Contestant, ProgramCall } from './contestant.ts';
import type { Corpus, Dialect } from './corpus.ts';
import { labelsText } from './eleventy.ts';
import { pagefind } from './hugo.ts';
import {
  frontMatter,
  installPeers,
  linkPackages,
  peerProgram,
  peerRoot,
  peerSources,
  put,
  putSources,
} from './peer.ts';
import { drawing, picture } from './pictures.ts';

const essayAddress: Dialect['address'] = (id, lang) => `/${lang}/essays/${id}/`;

const dialect: Dialect = {
  address: essayAddress,
  diagram: (chain) => `<ValueChain id="${chain}" />`,
  image: (name, alt) => `![${alt}](./${name})`,
};

const inStarlight: Dialect = {
  address: essayAddress,
  diagram: (chain) =>
    `import ValueChain from '../../../../components/ValueChain.astro';\n\n<ValueChain id="${chain}" />`,
  image: (name, alt, { id }) => `![${alt}](../../../../assets/${id}/${name})`,
};

/** Astro as its documentation has it: glob loader, @astrojs/mdx, feeds by the Container API; Pagefind's command behind it. */
export const astro: Contestant = {
  name: 'astro',
  available: installPeers,
  site: (folder) => join(folder, 'dist'),
  write: async (corpus, folder) => {
    await putSources('astro', folder);
    await putPackages(corpus, folder);
  },
  writeEssay: async (corpus, folder, plan, extra = '') => {
    const { id, lang, title, description, date, tags, author, image } = plan;
    const front = frontMatter({ title, description, date, tags, author });
    await put(folder, `content/essays/${id}/${lang}.mdx`, front + corpus.body(plan, dialect) + extra);
    if (image !== undefined && lang === 'en') await put(folder, `content/essays/${id}/${image}`, await picture(id));
  },
  writeTags: (corpus, folder) => put(folder, 'src/labels.json', labelsText(corpus)),
  forget: forgetAstro,
  commands: (folder) => [astroBuild(folder), pagefind(folder, 'dist')],
};

/** Starlight for the essays, with the tag pages, lists and feeds of the Astro site; it runs Pagefind itself. */
export const starlight: Contestant = {
  ...astro,
  name: 'starlight',
  write: async (corpus, folder) => {
    await putSources('starlight', folder);
    for (const part of ['components', 'layouts', 'pages', 'feeds.ts', 'groups.ts'])
      await cp(join(peerSources, 'astro/src', part), join(folder, 'src', part), { recursive: true });
    await rm(join(folder, 'src/pages/[lang]/essays'), { recursive: true });
    await putPackages(corpus, folder);
  },
  writeEssay: async (corpus, folder, plan, extra = '') => {
    const { id, lang, title, description, date, tags, author, image } = plan;
    const front = frontMatter({ title, description, date, tags, author });
    await put(folder, `src/content/docs/${lang}/essays/${id}.mdx`, front + corpus.body(plan, inStarlight) + extra);
    if (image !== undefined && lang === 'en') await put(folder, `src/assets/${id}/${image}`, await picture(id));
  },
  commands: (folder) => [astroBuild(folder)],
};

function astroBuild(folder: string): ProgramCall {
  // Thousands of MDX modules do not fit into what Node takes by itself.
  const args = ['--max-old-space-size=12288', peerProgram('astro/bin/astro.mjs'), 'build', '--silent'];
  return { program: process.execPath, args, cwd: folder };
}

async function putPackages({ chains }: Corpus, folder: string): Promise<void> {
  const drawings = Object.fromEntries(chains.map((chain) => [chain, drawing(chain)]));
  await put(folder, 'src/chains.json', JSON.stringify(drawings));
  await linkPackages(folder);
}

/** Astro keeps its caches among the packages, which all sites here share. */
async function forgetAstro(folder: string): Promise<void> {
  await setAside(join(folder, 'dist'), join(folder, '.astro'));
  await setAside(join(peerRoot, 'node_modules/.astro'), join(peerRoot, 'node_modules/.vite'));
}
