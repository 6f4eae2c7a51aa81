import type { Problem } from '../problem/problem.ts';
import type { ChainEntry, ChainPart, Content } from './content.ts';
import { idsOf, unknown } from './registry-checks.ts';

/** What activities of chains name that is not in the folder: essays, concepts and tags. */
export function checkActivityLinks(content: Content): Problem[] {
  const among = [
    { what: 'essay', of: ({ essays }: ChainPart) => essays, ids: setIds(content.essays), file: 'essays/' },
    { what: 'concept', of: ({ concepts }: ChainPart) => concepts, ids: setIds(content.concepts), file: 'concepts/' },
    { what: 'tag', of: ({ tags }: ChainPart) => tags, ids: idsOf(content.tags), file: 'tags.yaml' },
  ] as const;
  const unread = [...(content.unread ?? [])];
  return content.chains.flatMap((chain) =>
    chain.parts.flatMap((part) =>
      among.flatMap(({ what, of, ids, file }) =>
        of(part)
          .filter((id) => !ids.includes(id) && !unread.some((one) => one === file || one.startsWith(`${file}${id}/`)))
          .map((id) => unknown(what, `${part.id}.links.${what}s`, id, ids, placeOf(chain, part), file)),
      ),
    ),
  );
}

function placeOf({ file }: ChainEntry, { linksAt }: ChainPart): { file: string; line?: number; column?: number } {
  return { file, ...linksAt };
}

function setIds(documents: readonly { readonly id: string }[]): string[] {
  return [...new Set(idsOf(documents))];
}
