import type { createLowlight } from 'lowlight';

type Lowlight = ReturnType<typeof createLowlight>;

let loaded: Lowlight | undefined;

/**
 * Loads the highlighter when the source has a block of code in some language.
 * The grammars of some 190 languages take a while to load, and most essays have none.
 */
export async function loadHighlighter(source: string): Promise<void> {
  if (loaded !== undefined || !/(?:`{3}|~{3})[ \t]*[^\s`~]/.test(source)) return;
  const { all, createLowlight } = await import('lowlight');
  loaded = createLowlight(all);
}

/** The highlighter, once it has been loaded. */
export function highlighter(): Lowlight | undefined {
  return loaded;
}
