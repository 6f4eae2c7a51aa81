import { readContent } from '../../src/build/content.ts';
import { readFolder } from '../../src/build/folder.ts';
import { noFragments } from '../../src/build/fragments.ts';
import { publicFilesOfProject } from '../../src/build/project.ts';
import { buildLibrary } from '../../src/core/library/library.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { Problem } from '../../src/core/problem/problem.ts';
import { NOW } from './io.ts';

/** An author's folder as a build understands it, drafts shown, and everything that is wrong with it. */
export async function understood(root: string): Promise<{ library: Library; problems: readonly Problem[] }> {
  const { content, problems } = await readContent(await readFolder(root), noFragments, publicFilesOfProject());
  if (content === undefined) throw new Error(JSON.stringify(problems));
  const library = buildLibrary(content, { now: NOW, drafts: true });
  return { library, problems: [...problems, ...library.problems] };
}
