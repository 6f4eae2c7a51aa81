import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateFolder } from '../../src/build/build.ts';
import { Builder } from './builder.ts';
import { chainYaml, essay, picture, siteYaml, tinySite } from './content.ts';
import { difference, makeFolder, readSite, type ContentFolder, type Files, type SiteFiles } from './folder.ts';

const red = await picture('red');
const blue = await picture('blue');
const green = await picture('green');

const module = (text: string): string => `import './widget.css';\nexport default () => <b class="widget">${text}</b>;\n`;
const full = `import Widget from './Widget.tsx';
import data from './data.json';
import { word } from '../../../elsewhere.ts';

{word} See [second](../second/). {data.word}

<Widget />

![A square](square.png)`;

const start: Files = {
  ...tinySite,
  'chains/work.yaml': chainYaml(),
  'essays/third/en.mdx': essay('Third', '<ValueChain id="work" />\n\n![A square](square.png)', {
    series: '{ id: steps, part: 1 }',
    tags: '[flow]',
  }),
  'essays/third/square.png': red,
  'essays/full/en.mdx': essay('Full', full),
  'essays/full/Widget.tsx': module('Widget'),
  'essays/full/widget.css': '@import "../../../elsewhere.css";\n.widget { color: rgb(1, 2, 3); }\n',
  'essays/full/data.json': '{ "word": "datum" }\n',
  'essays/full/square.png': blue,
  'public/extra.txt': 'Zanzibar',
  '../elsewhere.ts': 'export const word = "Here.";\n',
  '../elsewhere.css': '.widget { color: rgb(7, 8, 9); }\n',
};

/** Edits, several at a time where they concern different pages: a page that is kept wrongly shows all the same. */
const edits: readonly (readonly [what: string, edit: (folder: ContentFolder) => void])[] = [
  [
    'a text, a slug, and code that lies outside the folder',
    (folder) => {
      folder.write({
        'essays/second/en.mdx': essay('Second', 'Other words.', { tags: '[flow]', authors: '[grace]' }),
        'essays/first/sv.mdx': essay('Första', 'Text.', { tags: '[lean]', slug: 'den-forsta' }),
        '../elsewhere.ts': 'export const word = "There.";\n',
      });
    },
  ],
  [
    'a style sheet that lies outside the folder and is taken in by another',
    (folder) => folder.write({ '../elsewhere.css': '.widget { color: rgb(9, 8, 7); }\n' }),
  ],
  [
    'ids, a series, names of a tag and of an author, a component and its data, images, a translation that is deleted, words, a chain, a draft and a public file',
    (folder) => {
      folder.rename('essays/third', 'essays/drei');
      folder.rename('concepts/takt', 'concepts/takt-time');
      folder.write({
        'series.yaml': String(start['series.yaml']).replace('en: Steps', 'en: Stairs'),
        'tags.yaml': String(start['tags.yaml']).replace('en: Flow', 'en: Stream'),
        'authors.yaml': String(start['authors.yaml']).replace('Grace', 'Grace H.'),
        'essays/full/Widget.tsx': module('Gadget'),
        'essays/full/data.json': '{ "word": "fact" }\n',
        'essays/full/square.png': red,
        'essays/drei/square.png': green,
        'essays/first/sv.mdx': undefined,
        'essays/first/en.mdx': essay('First', 'Text.', { draft: 'true' }),
        'i18n/sv.yaml': 'home: Start\nurlArchive: vinden\n',
        'chains/work.yaml': chainYaml('The labour', 'Wrap'),
        'public/extra.txt': 'Zanzibar and Pemba',
      });
    },
  ],
  [
    'the site’s title, address and default language, and the style sheet of a component',
    (folder) => {
      folder.write({
        'site.yaml': siteYaml({ title: 'Tinier', address: 'https://tiny.example/there/', defaultLanguage: 'sv' }),
        'essays/full/widget.css': '.widget { color: rgb(4, 5, 6); }\n',
      });
    },
  ],
];

describe('a site that is built again after edits', () => {
  const folder = makeFolder(start);
  const here = new Builder({ TZ: 'Pacific/Chatham' });
  const elsewhere = new Builder({ TZ: 'America/St_Johns' });
  const cold = join(folder.place, 'cold');
  let first: SiteFiles;

  beforeAll(async () => {
    expect(await here.build(folder)).toMatchObject({ ok: true, problems: [] });
    first = readSite(folder.out);
  });
  afterAll(async () => {
    await here.end();
    await elsewhere.end();
    folder.dispose();
  });

  it('does nothing when nothing has changed', async () => {
    expect(await here.build(folder)).toMatchObject({ ok: true, unchanged: true, rendered: 0 });
    expect(difference(first, readSite(folder.out))).toEqual([]);
  });

  it.each(edits)('is the one that is built from nothing, in another time zone, after a change of %s', async (_what, edit) => {
    edit(folder);
    expect(await here.build(folder)).toMatchObject({ ok: true, unchanged: false });
    expect(await elsewhere.build(folder, { out: cold, cold: true })).toMatchObject({ ok: true });
    expect(difference(readSite(cold), readSite(folder.out))).toEqual([]);
  });

  it('is the first one again when everything is as it was', async () => {
    folder.write({ 'essays/drei': undefined, 'concepts/takt-time': undefined, 'i18n/sv.yaml': undefined, ...start });
    expect(await here.build(folder)).toMatchObject({ ok: true });
    expect(difference(first, readSite(folder.out))).toEqual([]);
    // Of what the essay with code was in between, nothing is kept.
    const kept = readdirSync(stateFolder(folder.content)).filter((name) => name.startsWith('full-'));
    expect(kept).toHaveLength(1);
  });
});
