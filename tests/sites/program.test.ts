import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateFolder } from '../../src/build/build.ts';
import { programFolder } from '../../src/build/program.ts';
import { Builder } from './builder.ts';
import { essay, siteYaml, tinySite } from './content.ts';
import { difference, makeFolder, readSite } from './folder.ts';

describe('the program of a site’s pages', () => {
  const folder = makeFolder({
    ...tinySite,
    'site.yaml': siteYaml({ address: 'https://tiny.example/där/' }),
    'essays/second/en.mdx': essay('Second', 'Text.', { slug: '二番目' }),
  });
  const here = new Builder();
  const elsewhere = new Builder();
  const cold = join(folder.place, 'cold');
  const kept = programFolder(stateFolder(folder.content));
  /** Tells one making of the program from the next. */
  const made = (): string => readdirSync(kept).map((name) => String(statSync(join(kept, name)).ino)).join();
  const say = (text: string): void => {
    folder.write({ 'essays/second/en.mdx': essay('Second', text, { slug: '二番目' }) });
  };
  const buildTwice = async (): Promise<string[]> => {
    expect(await here.build(folder)).toMatchObject({ ok: true, unchanged: false });
    expect(await elsewhere.build(folder, { out: cold, cold: true })).toMatchObject({ ok: true });
    return difference(readSite(cold), readSite(folder.out));
  };

  beforeAll(async () => {
    expect(await buildTwice()).toEqual([]);
  });
  afterAll(async () => {
    await here.end();
    await elsewhere.end();
    folder.dispose();
  });

  it('is bundled once, and renders later builds as Astro would, one after the other in one process', async () => {
    const before = made();
    for (const text of ['Other words.', 'Still others.']) {
      say(text);
      expect(await buildTwice()).toEqual([]);
    }
    expect(made()).toBe(before);
  });

  it('is bundled again when it is damaged', async () => {
    const before = made();
    appendFileSync(join(kept, 'code', 'page-program.mjs'), '\nthrow new Error();\n');
    say('After the damage.');
    expect(await buildTwice()).toEqual([]);
    expect(made()).not.toBe(before);
  });

  it('is bundled again for another address', async () => {
    const before = made();
    folder.write({ 'site.yaml': siteYaml({ address: 'https://tiny.example/' }) });
    expect(await buildTwice()).toEqual([]);
    expect(made()).not.toBe(before);
  });

  it('is left alone where an essay brings code of its own, which Astro’s build may have to serve', async () => {
    const before = made();
    folder.write({
      'essays/full/en.mdx': essay('Full', "import Widget from './Widget.tsx';\n\n<Widget />"),
      'essays/full/Widget.tsx': "import './widget.css';\nexport default () => <b class=\"widget\">Widget</b>;\n",
      'essays/full/widget.css': '.widget { color: rgb(1, 2, 3); }\n',
    });
    expect(await buildTwice()).toEqual([]);
    expect(made()).toBe(before);
    folder.write({ 'essays/full': undefined });
    expect(await buildTwice()).toEqual([]);
  });
});
