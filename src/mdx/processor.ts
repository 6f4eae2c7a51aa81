import { satteri } from '@astrojs/markdown-satteri';
import type { MdxWords } from './draft.ts';
import { newDraft } from './draft.ts';
import { features } from './features.ts';
import { loadHighlighter } from './highlight.ts';
import { essayPlugin } from './plugins/essay.ts';

/** What the full lane has to know of a file. */
export interface ProcessorOptions {
  /** BCP 47 tag of the document's language. */
  readonly langOf: (file: URL) => string;
  /** The words of a language that stand inside documents. */
  readonly words: (lang: string) => MdxWords;
}

type Processor = ReturnType<typeof satteri>;

/**
 * The Markdown processor of the full lane, for `mdx({ processor })` in Astro's configuration.
 * It runs the same transformation as {@link compile}, so that both lanes give the same HTML, slots included;
 * Astro's own highlighting and quotes are off. What is wrong with a document is reported by `compile`, not here.
 */
export function mdxProcessor({ langOf, words }: ProcessorOptions): Processor {
  const plugin = essayPlugin((file) => {
    const lang = file === undefined ? 'und' : langOf(file);
    return newDraft({ file: file?.pathname ?? '', lang, words: words(lang), linesBefore: 0 });
  });
  const processor = satteri({ hastPlugins: [plugin], features });
  return { ...processor, createMdxRenderer: withoutAdditions(processor) };
}

/** Astro's own settings for Markdown are for other documents than ours. */
function withoutAdditions(processor: Processor): NonNullable<Processor['createMdxRenderer']> {
  return async (shared, mdx) => {
    const plain = { ...shared, syntaxHighlight: false, gfm: true, smartypants: false } as const;
    const renderer = await processor.createMdxRenderer?.(plain, { ...mdx, optimize: false });
    if (renderer === undefined) throw new Error('The installed @astrojs/markdown-satteri cannot render MDX.');
    return {
      ...renderer,
      async process(content, ...rest) {
        await loadHighlighter(content);
        return renderer.process(content, ...rest);
      },
    };
  };
}
