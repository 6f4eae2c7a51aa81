import type { ScaffoldTexts } from './scaffold-texts.ts';

/** Scaffolded files in English. */
export const en: ScaffoldTexts = {
  site: {
    description: 'One sentence that says what this site is about.',
    tag: 'first steps',
    essay: {
      title: 'Hello',
      description: 'The first essay of this site, there to be rewritten.',
      body: `
This is the first essay of your site. It stands in \`essays/hello/{lang}.mdx\`: change the text, save the file and build again. When you no longer need it, delete the folder \`essays/hello\`.

## What an essay can hold

Everything that Markdown has, from *emphasis* to tables, and notes.[^note] A link to another text names its folder: [about this site](../../pages/about/).

[^note]: This is one.
`,
    },
    page: {
      title: 'About',
      description: 'Who writes here, and why.',
      body: `
Say here who you are, what you write about and how readers can reach you. This page stands in \`pages/about/{lang}.mdx\`.
`,
    },
  },
  description: {
    essay: 'One or two sentences that say what the essay is about.',
    concept: 'One sentence that says what the term means.',
    page: 'One sentence that says what the page holds.',
  },
  body: 'Begin here.',
  about: {
    title: 'Name of the site.',
    description: 'One sentence, which home shows large.',
    address: 'Where the site will be found. It may have a path: https://example.org/blog/',
    languages: 'Languages of the site, in the order of the switcher. Each text is a file named after its language.',
    identity:
      'Part of the permanent ids that feed readers know your essays by: a domain of yours, and a year in which it was yours.\nCorrect it before you publish if need be; never change it afterwards.',
    navigation:
      'The main menu: archive, tags, series, concepts, chains, authors, search, subscribe, or pages of your own.',
    optional: 'Also possible:',
    tags: 'Every tag that essays may use: an id, and a name in each language.',
    authors: 'Everybody who may sign an essay. The default author signs those that name nobody.',
    author: 'Write “person” and your name if you sign yourself.',
    date: 'Day of publication',
    essayTags: 'Ids from tags.yaml',
    draft: 'Remove this line to publish.',
    translate: 'To be translated',
  },
};
