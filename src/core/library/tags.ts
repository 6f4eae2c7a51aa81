import type { Tag } from '../tag/tag.ts';

/** For each tag: its own id and the ids of every tag above it. A circle of parents ends where it began. */
export function ancestors(tags: readonly Tag[]): Map<string, ReadonlySet<string>> {
  const parents = new Map(tags.map((tag) => [tag.id, tag.parent]));
  const path = (id: string): Set<string> => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) seen.add(at);
    return seen;
  };
  return new Map(tags.map((tag) => [tag.id, path(tag.id)]));
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
    const key = [...path].sort().join(' ');
    if (at === tag.id && !circles.has(key)) circles.set(key, path);
  }
  return [...circles.values()];
}
