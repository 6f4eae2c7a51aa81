import type { Tag } from '../tag/tag.ts';

/** For each tag: its own id and the ids of every tag below it. A circle of parents ends where it began. */
export function descendants(tags: readonly Tag[]): Map<string, ReadonlySet<string>> {
  const below = new Map(tags.map((tag) => [tag.id, new Set([tag.id])]));
  const parents = new Map(tags.map((tag) => [tag.id, tag.parent]));
  for (const tag of tags) {
    const seen = new Set([tag.id]);
    let above = tag.parent;
    while (above !== undefined && !seen.has(above)) {
      below.get(above)?.add(tag.id);
      seen.add(above);
      above = parents.get(above);
    }
  }
  return below;
}

/** The tags that lie in a circle of parents, each circle once, as ids. */
export function parentCircles(tags: readonly Tag[]): string[][] {
  const parents = new Map(tags.map((tag) => [tag.id, tag.parent]));
  const circles = new Map<string, string[]>();
  for (const tag of tags) {
    const path: string[] = [];
    let at: string | undefined = tag.id;
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      at = parents.get(at);
    }
    if (at === tag.id) circles.set([...path].sort().join(' '), path);
  }
  return [...circles.values()];
}
