import { describe, expect, it } from 'vitest';
import { objection } from './rooms.ts';
import { filesUnder, importsOf, textOf } from './source.ts';

const CODE = /\.(ts|tsx|mjs|astro|css)$/;

describe('who may import whom', () => {
  it('holds for every file', () => {
    const objections = filesUnder('src')
      .filter((file) => CODE.test(file))
      .flatMap((file) =>
        importsOf(file, textOf(file)).flatMap((one) => {
          const why = objection(file.slice('src/'.length), one);
          return why === undefined ? [] : [`${file}:${one.line} ${why}`];
        }),
      );
    expect(objections).toEqual([]);
  });

  it.each([
    ['core/tag/tag.ts', "import { a } from '../locale/words.ts'", ''],
    ['core/locale/words.ts', "import { a } from '../tag/tag.ts'", 'core/locale/ may not import core/tag/tag.ts'],
    ['core/tag/tag.ts', "import fs from 'node:fs'", 'core/tag/ may not use the package node:fs'],
    ['core/tag/tag.ts', "export * from '../../build/folder.ts'", 'core/tag/ may not import build/folder.ts'],
    ['core/library/page.ts', "const a = await import('astro')", 'core/library/ may not use the package astro'],
    ['core/new/x.ts', "import '../tag/tag.ts'", 'core/new/x.ts lies in no room that has a rule'],
    ['chain/engine/flow.ts', "import type { A } from '../model/chain.ts'", ''],
    [
      'chain/engine/flow.ts',
      "import { a } from '../model/chain.ts'",
      'chain/engine/ may not import chain/model/chain.ts except for types (import type)',
    ],
    ['client/live.ts', "import { a } from '../chain/drawing/pen.ts'", 'client/ may not import chain/drawing/pen.ts'],
    [
      'components/A.astro',
      "---\nimport type { P } from '../core/library/page.ts';\n---\n<script>import '../client/a.ts';</script>",
      '',
    ],
    [
      'components/A.astro',
      "---\nimport { p } from '../core/library/page.ts';\n---\n",
      'components/ may not import core/library/page.ts except for types (import type)',
    ],
    [
      'components/A.astro',
      "---\n---\n<script>\nimport '../build/a.ts';\n</script>",
      'components/ may not import build/a.ts',
    ],
    ['pages/index.astro', "---\nimport { stage } from '../build/stage.ts';\n---", ''],
    ['pages/index.astro', "---\nimport { a } from '../build/folder.ts';\n---", 'pages/ may not import build/folder.ts'],
    ['cli/main.ts', "import a from '../pages/a.astro'", 'cli/ may not import pages/a.astro'],
    ['cli/main.ts', "type A = import('../pages/a.ts').A", 'cli/ may not import pages/a.ts'],
    ['stray.ts', "import 'zod'", 'stray.ts lies in no room that has a rule'],
  ])('%s: %s', (file, text, why) => {
    const objections = importsOf(file, text).map((one) => objection(file, one));
    expect(objections.find((one) => one !== undefined) ?? '').toBe(why);
    expect(objections.length).toBeGreaterThan(0);
  });
});
