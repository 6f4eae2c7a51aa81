import { mdxToHast } from 'satteri';
import type { Lane, Outline } from '../core/essay/outline.ts';
import type { Problem } from '../core/problem/problem.ts';
import { hasErrors, sortProblems } from '../core/problem/problem.ts';
import { checkCharacters } from './characters.ts';
import type { Draft, MdxWords } from './draft.ts';
import { newDraft } from './draft.ts';
import { features } from './features.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { loadHighlighter } from './highlight.ts';
import { checkModules, hasOwnModules } from './modules.ts';
import { checkNotes } from './notes.ts';
import { countWords, excerptOf } from './plugins/count.ts';
import { proseOf } from './plugins/prose.ts';
import { transform } from './plugins/transform.ts';
import { renderTree, tryExpressions } from './render.ts';
import { syntaxProblem } from './syntax.ts';
import type { Root } from './tree.ts';
import { loadComponents } from './tsx.ts';

export type { MdxWords } from './draft.ts';

/** A document to be compiled. */
export interface Source {
  /** The whole file, front matter included. */
  readonly source: string;
  /** Path relative to the content folder, for problems. */
  readonly file: string;
  /** BCP 47 tag of the document's language. */
  readonly lang: string;
  readonly words: MdxWords;
}

/** A compiled document. It knows no other file: addresses, images and value chains are slots. */
export interface Compiled {
  readonly lane: Lane;
  readonly outline: Outline;
  /** HTML with slots; `undefined` in the full lane, and empty where there are errors. */
  readonly html: string | undefined;
  /** Everything that is wrong in the body, in the order of the file. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles a document: one pass gives its outline, its HTML and everything that is wrong with it.
 * It never throws for what an author has written.
 */
export async function compile({ source, file, lang, words }: Source): Promise<Compiled> {
  const { body, bodyLine } = splitFrontmatter(source);
  const draft = newDraft({ file, lang, words, linesBefore: bodyLine - 1 });
  checkCharacters(draft, body);
  checkNotes(draft, body);
  const root = parse(draft, body);
  await loadHighlighter(body);
  transform(draft, root);
  const lane = hasOwnModules(root) ? 'full' : 'fast';
  if (lane === 'full') checkModules(draft, root);
  const outline = outlineOf(draft, root);
  const html = lane === 'full' ? undefined : await render(draft, root);
  return { lane, outline, html, problems: sortProblems(draft.problems) };
}

function parse(draft: Draft, body: string): Root {
  try {
    return mdxToHast(body, { features, position: true }) as Root;
  } catch (fault) {
    draft.problems.push(syntaxProblem(draft, fault, body));
    return { type: 'root', children: [] };
  }
}

async function render(draft: Draft, root: Root): Promise<string> {
  if (hasErrors(draft.problems)) {
    tryExpressions(draft, root);
    return '';
  }
  const html = renderTree(draft, root, await loadComponents());
  return hasErrors(draft.problems) ? '' : html;
}

function outlineOf(draft: Draft, root: Root): Outline {
  const { headings, links, images, components } = draft;
  const prose = proseOf(root);
  return {
    headings,
    links,
    images,
    components,
    sections: prose.sections,
    ids: [...draft.ids],
    words: countWords(prose.read, draft.lang),
    excerpt: excerptOf(prose.paragraphs, draft.lang),
  };
}
