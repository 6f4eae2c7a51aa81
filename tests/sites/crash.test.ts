import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stateFolder } from '../../src/build/build.ts';
import { Builder } from './builder.ts';
import { essay, picture, tinySite } from './content.ts';
import { difference, makeFolder, readSite, type SiteFiles } from './folder.ts';

const broken = { 'essays/second/en.mdx': essay('Second', '[x](../nowhere/)') };
const failing = {
  'essays/second/en.mdx': essay('Second', 'import A from "./A.tsx";\n\n<A />'),
  'essays/second/A.tsx': 'export default function A() { throw new Error("out of order"); }\n',
  'essays/first/sv.mdx': essay('Första', 'import A from "./B.tsx";\n\n<A />', { slug: 'forsta' }),
  'essays/first/B.tsx': 'throw new Error("not even loaded");\nexport default () => null;\n',
};
const edited = { 'essays/second/en.mdx': essay('Second', 'Other words.', { tags: '[flow]', slug: 'two' }) };

const noCode = { 'essays/second/A.tsx': undefined, 'essays/first/B.tsx': undefined };

const folder = makeFolder(tinySite);
const state = stateFolder(folder.content);
const builder = new Builder();
let good: SiteFiles;

beforeAll(async () => {
  expect(await builder.build(folder)).toMatchObject({ ok: true, problems: [] });
  good = readSite(folder.out);
});
afterAll(async () => {
  await builder.end();
  folder.dispose();
});

describe('a good site', () => {
  beforeEach(() => {
    folder.write({ ...tinySite, ...noCode });
  });

  it('stays as it is, byte for byte, when the next one has a fault', async () => {
    folder.write(broken);
    expect(await builder.build(folder)).toMatchObject({ ok: false, problems: [{ rule: 'broken-link' }] });
    expect(difference(good, readSite(folder.out))).toEqual([]);
    expect(readdirSync(folder.place).sort()).toEqual(['content', 'dist']);
  });

  it('stays as it is when code of documents throws, which is a problem of each of them', async () => {
    folder.write(failing);
    const { ok, problems } = await builder.build(folder);
    expect({ ok, problems }).toMatchObject({
      ok: false,
      problems: [
        { rule: 'failing-module', file: 'essays/first/sv.mdx', message: expect.stringContaining('not even loaded') as string },
        { rule: 'failing-module', file: 'essays/second/en.mdx', message: expect.stringContaining('out of order') as string },
      ],
    });
    expect(difference(good, readSite(folder.out))).toEqual([]);
    expect(readdirSync(folder.place).sort()).toEqual(['content', 'dist']);
  });

  it('stays as it is when an image is damaged inside, which is told beside what code throws', async () => {
    const torn = (await picture('red')).subarray(0, -30);
    const shown = '![a](torn.png)\n\n';
    folder.write({ 'essays/second/torn.png': torn, 'essays/second/en.mdx': essay('Second', shown) });
    const broken = { rule: 'broken-image', file: 'essays/second/torn.png' };
    expect(await builder.build(folder)).toMatchObject({ ok: false, problems: [broken] });
    folder.write({ ...failing, 'essays/second/en.mdx': essay('Second', `import A from "./A.tsx";\n\n${shown}<A />`) });
    const { ok, problems } = await builder.build(folder);
    expect(ok).toBe(false);
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['broken-image', 'failing-module', 'failing-module']);
    expect(difference(good, readSite(folder.out))).toEqual([]);
    folder.write({ 'essays/second/torn.png': undefined });
  });

  it('stays as it is when code is changed while it is in use', async () => {
    const file = join(folder.content, 'essays/second/A.tsx');
    const code = `import { appendFileSync } from 'node:fs';\nappendFileSync(${JSON.stringify(file)}, '//');\nexport default () => null;\n`;
    folder.write({ 'essays/second/en.mdx': essay('Second', 'import A from "./A.tsx";\n\n<A />'), 'essays/second/A.tsx': code });
    const changed = { rule: 'changed-file', file: 'essays/second/A.tsx' };
    expect(await builder.build(folder)).toMatchObject({ ok: false, problems: [changed] });
    expect(difference(good, readSite(folder.out))).toEqual([]);
  });

  it('comes back whole when everything that was kept of it is garbage', async () => {
    const files = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) writeFileSync(join(file.parentPath, file.name), '{ "garbage": ');
    expect(await builder.build(folder)).toMatchObject({ ok: true, unchanged: false });
    expect(difference(good, readSite(folder.out))).toEqual([]);
  });

  it('is mended when files in it were changed, deleted or added, and a half-made one lies beside it', async () => {
    writeFileSync(join(folder.out, 'en/first/index.html'), 'changed');
    rmSync(join(folder.out, 'en/feed.xml'));
    writeFileSync(join(folder.out, 'en/first/stray.html'), 'added');
    mkdirSync(`${folder.out}.next/en`, { recursive: true });
    writeFileSync(`${folder.out}.next/en/left.html`, 'left');
    expect(await builder.build(folder)).toMatchObject({ ok: true, unchanged: false, rendered: 1 });
    expect(difference(good, readSite(folder.out))).toEqual([]);
  });

  it('is given back a file and cleared of another without a page being made again', async () => {
    rmSync(join(folder.out, 'theme.js'));
    writeFileSync(join(folder.out, 'stray.txt'), 'added');
    expect(await builder.build(folder)).toMatchObject({ ok: true, unchanged: false, rendered: 0 });
    expect(difference(good, readSite(folder.out))).toEqual([]);
  });

  it('is put back when a build was killed between taking it away and putting the next one there', async () => {
    renameSync(folder.out, `${folder.out}.previous`);
    expect(await builder.build(folder)).toMatchObject({ ok: true, unchanged: true });
    expect(difference(good, readSite(folder.out))).toEqual([]);
  });

  it('is looked at again when the clock has been set back before one of its dates', async () => {
    const early = new Date('2026-03-01T00:00:00Z');
    const { ok, problems } = await builder.build(folder, { now: early });
    expect({ ok, rules: new Set(problems.map(({ rule }) => rule)) }).toEqual({ ok: false, rules: new Set(['date-in-future']) });
    expect(difference(good, readSite(folder.out))).toEqual([]);
  });

  it('never takes the place of a folder that is somebody’s own', async () => {
    const own = join(folder.place, 'cold');
    mkdirSync(own);
    writeFileSync(join(own, 'holiday.jpg'), 'x');
    expect(await builder.build(folder, { out: own })).toMatchObject({ ok: false, problems: [{ rule: 'unsafe-output' }] });
    expect(readdirSync(own)).toEqual(['holiday.jpg']);
    expect(await builder.build(folder, { out: folder.content })).toMatchObject({ ok: false, problems: [{ rule: 'unsafe-output' }] });
    rmSync(own, { recursive: true });
  });
});

describe('a place', () => {
  it('that is a link stays one, and the site is where it leads', async () => {
    folder.write({ ...tinySite, ...noCode });
    const [real, link] = [join(folder.place, 'www'), join(folder.place, 'link')];
    mkdirSync(real);
    symlinkSync(real, link);
    for (const files of [edited, tinySite]) {
      folder.write(files);
      expect(await builder.build(folder, { out: link })).toMatchObject({ ok: true });
      expect([lstatSync(link).isSymbolicLink(), existsSync(join(real, 'en/two'))]).toEqual([true, files === edited]);
    }
    expect(difference(good, readSite(real))).toEqual([]);
    rmSync(link);
    rmSync(real, { recursive: true });
  });

  it.each(['.next', '.previous', '.next.search'])('is none where somebody has a folder of its name with %s', async (ending) => {
    const out = join(folder.place, `blog${ending}`).replace(ending, '');
    mkdirSync(out + ending);
    writeFileSync(join(out + ending, 'holiday.jpg'), 'x');
    expect(await builder.build(folder, { out })).toMatchObject({ ok: false, problems: [{ rule: 'unsafe-output' }] });
    expect(readdirSync(out + ending)).toEqual(['holiday.jpg']);
    rmSync(out + ending, { recursive: true });
  });
});

describe('a build that is killed', () => {
  let next: SiteFiles;

  beforeAll(async () => {
    folder.write({ ...tinySite, ...noCode, ...edited });
    const cold = join(folder.place, 'cold');
    expect(await builder.build(folder, { out: cold, cold: true })).toMatchObject({ ok: true });
    next = readSite(cold);
  });

  it.each([
    ['at its beginning', join(state, 'lock.json'), 0],
    ['while Astro renders', join(state, 'render'), 300],
    ['while it writes', `${folder.out}.next/en/two/index.html`, 0],
    ['near its end', `${folder.out}.next/sitemap.xml`, 0],
  ])('%s leaves the last good site or the next one, never a part', async (_when, sign, later) => {
    const victim = new Builder();
    const killed = victim.build(folder).catch(() => undefined);
    while (!existsSync(sign)) {
      if ((await Promise.race([killed, pause(2)])) !== undefined) break;
    }
    await pause(later);
    await victim.end();
    await killed;
    if (!existsSync(folder.out)) return;
    const left = readSite(folder.out);
    expect([difference(good, left), difference(next, left)]).toContainEqual([]);
  });

  it('is followed by a correct one, and two at once wait for each other', async () => {
    rmSync(folder.out, { recursive: true, force: true });
    const builders = [new Builder(), new Builder()];
    const results = await Promise.all(builders.map((one) => one.build(folder)));
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(results.map(({ unchanged }) => unchanged).sort()).toEqual([false, true]);
    expect(difference(next, readSite(folder.out))).toEqual([]);
    for (const one of builders) await one.end();
  });
});
