import { ElementType, parseDocument } from 'htmlparser2';
import { Fragment, h } from 'preact';
import type { ComponentType } from 'preact';
import { jsx, jsxs } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { evaluate } from 'satteri';
import { describe, expect, it } from 'vitest';
import { newDraft } from '../../src/mdx/draft.ts';
import { features } from '../../src/mdx/features.ts';
import { loadHighlighter } from '../../src/mdx/highlight.ts';
import { essayPlugin } from '../../src/mdx/plugins/essay.ts';
import { mdxProcessor } from '../../src/mdx/processor.ts';
import { components } from '../../src/vocabulary/components.tsx';
import { compileBody, words } from './compiled.ts';
import { fixtures } from './fixtures.ts';

/** Markup without its spelling: two texts that a browser reads alike are alike. */
function read(html: string): string {
  return parseDocument(html).children.map(flat).join('');
}

function flat(node: Parsed): string {
  if ('attribs' in node) return `<${node.name} ${JSON.stringify(node.attribs)}>${node.children.map(flat).join('')}</>`;
  return node.type === ElementType.ElementType.Text ? node.data : '';
}

type Parsed = ReturnType<typeof parseDocument>['children'][number];

/** What the parser itself makes of a body, with the same plugin: the way of the full lane, without Astro. */
async function asModule(body: string, lang: string): Promise<string> {
  await loadHighlighter(body);
  const draft = newDraft({ file: 'a', lang, words, linesBefore: 0 });
  const plugin = essayPlugin(() => draft);
  const options = {
    Fragment,
    jsx: jsx as never,
    jsxs: jsxs as never,
    features,
    elementAttributeNameCase: 'html',
  } as const;
  const module = await evaluate(body, { ...options, hastPlugins: [plugin] });
  return renderToString(h(module['default'] as ComponentType<{ components: unknown }>, { components }));
}

describe('the two lanes', () => {
  it.each(fixtures)('give the same HTML for $name', async ({ body, lang }) => {
    const { html, problems } = await compileBody(body, lang);
    expect(problems).toEqual([]);
    expect(read(html ?? '')).toBe(read(await asModule(body, lang)));
  });

  it('are told apart by the document’s own import and export lines', async () => {
    expect((await compileBody('Text')).lane).toBe('fast');
    expect((await compileBody('`import x`\n\nan import')).lane).toBe('fast');
    expect((await compileBody('import x from "./x.tsx"\n\n<x />')).lane).toBe('full');
    expect((await compileBody('Text\n\nexport const a = 1')).lane).toBe('full');
  });

  it('hand Astro a module made by the same plugin, in the language of the file', async () => {
    const processor = mdxProcessor({
      langOf: (file) => (file.pathname.includes('/sv') ? 'sv' : 'en'),
      words: () => words,
    });
    const shared = { syntaxHighlight: 'shiki', shikiConfig: undefined, gfm: true, smartypants: true } as never;
    const renderer = await processor.createMdxRenderer?.(shared, { optimize: false, srcDir: new URL('file:///x/') });
    const result = await renderer?.process('"Ja"\n\n![a](b.png)\n\n```js\nlet a;\n```', '/c/essays/a/sv.mdx', {});
    expect(result?.code).toContain('”Ja”');
    expect(result?.code).toContain('hljs-keyword');
    expect(result?.code).not.toContain('astro:assets');
  });
});
