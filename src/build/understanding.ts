import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content, LibraryOptions } from '../core/library/content.ts';
import { shownDocuments } from '../core/library/documents.ts';
import { indexContent, type Knowledge } from '../core/library/knowledge.ts';
import { hasErrors, sortProblems, type Problem } from '../core/problem/problem.ts';
import { buildLibrary, type Library } from '../core/library/library.ts';
import { stateFolder, type BuildOptions } from './build.ts';
import { readContent, type ContentListener } from './content.ts';
import type { Folder } from './folder.ts';
import { openFragments, type FragmentStore } from './fragments.ts';
import { GalleryMaker, type Gallery } from './gallery.ts';
import type { Progress } from './progress.ts';
import { publicFilesOfProject } from './project.ts';

/** A content folder read and understood. */
export interface Understood {
  readonly folder: Folder;
  /** Where the documents' texts lie. */
  readonly texts: FragmentStore;
  readonly library: Library | undefined;
  /** Its images may still be in the making, where there is no error. */
  readonly gallery: Gallery | undefined;
  readonly problems: readonly Problem[];
}

/** Who hears of what is known before everything is. */
export interface UnderstandingListener extends Pick<ContentListener, 'onSite'> {
  readonly onContent?: (content: Content) => void;
  /** Hears of a language as it is known without the others, which are still read. @param texts where the documents' texts lie */
  readonly onLanguage?: (lang: string, knowledge: Knowledge, texts: FragmentStore) => void;
  /** Hears of the content as it is known without its images. @param texts where the documents' texts lie */
  readonly onKnowledge?: (knowledge: Knowledge, texts: FragmentStore) => void;
}

/**
 * Reads a folder and answers every question about it; builds nothing.
 * @param listener hears of what is known already, as long as there are no errors
 */
export async function understand(
  options: BuildOptions,
  folder: Folder,
  progress: Progress,
  listener: UnderstandingListener = {},
): Promise<Understood> {
  const state = stateFolder(options.content);
  if (options.cold === true) await forgetCold(state);
  const store = openFragments(join(state, options.cold === true ? coldFolders.fragments : 'fragments'));
  const read = progress.step('Read');
  const maker = new GalleryMaker(folder, join(state, options.cold === true ? coldFolders.images : 'images'));
  const { content, problems, compiled, known } = await readContent(folder, store, publicFilesOfProject(), {
    ...(listener.onSite && { onSite: listener.onSite }),
    onProgress: read.count,
    onDocument: (document) => {
      maker.begin(document);
    },
    onLanguage: (lang, own) => listener.onLanguage?.(lang, indexContent(own, optionsOf(options)), store),
  });
  read(`${String(compiled + known)} documents, ${String(compiled)} of them new`);
  if (content === undefined) return { folder, texts: store, library: undefined, gallery: undefined, problems };
  if (!hasErrors(problems)) {
    listener.onContent?.(content);
    // Whoever makes something of texts need not wait for images.
    listener.onKnowledge?.(indexContent(content, optionsOf(options)), store);
  }
  const images = progress.step('Images');
  const seen = shownDocuments(content, optionsOf(options));
  const gallery = await maker.finish(content, { seen, onProgress: images.count });
  void gallery.ready.then(() => {
    images(String(gallery.images.size));
  });
  const knot = progress.step('Library');
  const whole = { ...content, images: gallery.images };
  const library = buildLibrary(whole, optionsOf(options));
  knot(`${String(library.pages.length)} pages`);
  const early = [...problems, ...gallery.problems, ...library.problems];
  // Whoever has to mend something is told of everything.
  const all = hasErrors(early) ? [...early, ...(await gallery.ready)] : early;
  return { folder, texts: store, library, gallery, problems: withoutEchoes(sortProblems(all)) };
}

/** Deletes what was kept of other sites of a folder. For when this one is shown in place of another, and not before. */
export async function forgetOthers({ texts, gallery }: Understood): Promise<void> {
  await Promise.all([texts.prune(), gallery?.prune()]);
}

/** Folders of a state that a build has for itself which trusts nothing of earlier ones. */
export const coldFolders = { fragments: 'fragments-cold', images: 'images-cold', cards: 'cards-cold' } as const;

/** Deletes {@link coldFolders}. @param state folder of the content's state */
export async function forgetCold(state: string): Promise<void> {
  for (const folder of Object.values(coldFolders)) await rm(join(state, folder), { recursive: true, force: true });
}

/** What decides which documents are seen. */
export function optionsOf({ now, drafts }: BuildOptions): LibraryOptions {
  return { now, drafts: drafts ?? false };
}

/** A document that could not be read at all is reported once, not again by everybody who links to it. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.rule, problem.file, problem.line, problem.column, problem.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
