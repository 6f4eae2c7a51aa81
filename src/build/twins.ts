import { fillSlots } from '../core/essay/slot.ts';
import type { Essay } from '../core/essay/essay.ts';
import { coverHtml } from '../core/library/bodies.ts';
import { markdownRoute } from '../core/library/generated.ts';
import type { Library } from '../core/library/library.ts';
import { twinFacts, twinText } from '../core/metadata/twin.ts';
import { bodyKey } from './body-key.ts';
import type { FragmentOf } from './feeds.ts';
import { digestOf } from './folder.ts';
import { htmlMarkdown } from './markdown.ts';
import type { Staging } from './output.ts';

/** Writes every essay as Markdown beside its page; those that have not changed are taken over. */
export async function writeTwins(
  library: Library,
  fragmentOf: FragmentOf,
  template: string,
  staging: Staging,
): Promise<void> {
  const { knowledge } = library;
  for (const lang of knowledge.languages) {
    for (const essay of knowledge.essays(lang)) {
      const body = bodyKey(library, essay, 'text', fragmentOf);
      const key = digestOf(JSON.stringify([template, body, twinFacts(knowledge, essay)]));
      await staging.make(markdownRoute(knowledge, essay), key, () =>
        twinOf(library, essay, twinHtml(library, essay, fragmentOf)),
      );
    }
  }
}

/** An essay as Markdown. @param html its own, filled for programs that read text */
export function twinOf({ knowledge }: Library, essay: Essay, html: string): string {
  return twinText(knowledge, essay, htmlMarkdown(html, knowledge.urls.absolute(knowledge.route(essay))));
}

/** The HTML that the twin of an essay is made of. */
export function twinHtml(library: Library, essay: Essay, fragmentOf: FragmentOf): string {
  const cover = coverHtml(library.knowledge, essay, 'text');
  const body = fillSlots(fragmentOf(essay), library.fillers(essay, 'text'));
  return cover === undefined ? body : `<p>${cover}</p>${body}`;
}
