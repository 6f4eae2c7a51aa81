import { textIn } from '../locale/text.ts';
import { nearest } from '../problem/nearest.ts';
import { error, type Place, type Problem } from '../problem/problem.ts';
import { slugIn } from '../route/urls.ts';
import type { Tag } from '../tag/tag.ts';
import type { Content } from './content.ts';
import type { Knowledge } from './knowledge.ts';
import { parentCircles } from './tags.ts';

/** What does not fit together in the registry of tags: parents, labels, and words that lead to two of them. */
export function checkRegistries(knowledge: Knowledge): Problem[] {
  const { content } = knowledge;
  return [
    ...checkParents(knowledge),
    ...parentCircles(content.tags).map((circle) =>
      error(
        'circular-tags',
        placeIn(content, 'tags.yaml', ['tags', circle[0] ?? '', 'parent']),
        circle.length === 1
          ? `The tag ${circle.join('')} is its own parent.`
          : `The tags ${circle.join(' → ')} are each other’s parents.`,
        'Take the parent away from one of them.',
      ),
    ),
    ...checkLabels(knowledge),
    ...content.site.languages.flatMap((lang) => checkSynonyms(content, lang)),
  ];
}

/** Where something stands in the site's settings or in a registry, as near as is known. */
export function placeIn({ placeOf }: Content, file: string, path: readonly (string | number)[]): Place {
  return placeOf?.(file, path) ?? { file };
}

/** Ids of what a registry declares. */
export function idsOf(entries: readonly { readonly id: string }[]): string[] {
  return entries.map(({ id }) => id);
}

/** An id that nobody declares, with those that are nearest to it. */
export function unknown(
  what: string,
  key: string,
  id: string,
  ids: readonly string[],
  place: Place,
  file: string,
): Problem {
  const near = nearest(id, ids, 3).join(', ');
  const hint = near === '' ? `Declare it in ${file}.` : `Nearest in ${file}: ${near}. Or declare “${id}” there.`;
  return error(`unknown-${what}`, place, `${key} names “${id}”, which ${file} does not declare.`, hint);
}

function checkParents(knowledge: Knowledge): Problem[] {
  const { content } = knowledge;
  return content.tags.flatMap(({ id, parent }) => {
    if (parent === undefined || knowledge.tag(parent) !== undefined) return [];
    const place = placeIn(content, 'tags.yaml', ['tags', id, 'parent']);
    return [unknown('tag', `tags.${id}.parent`, parent, idsOf(content.tags), place, 'tags.yaml')];
  });
}

function checkLabels(knowledge: Knowledge): Problem[] {
  return knowledge.languages.flatMap((lang) =>
    knowledge
      .tags(lang)
      .filter((tag) => textIn(tag.label, lang) === undefined)
      .map((tag) =>
        error(
          'missing-label',
          placeIn(knowledge.content, 'tags.yaml', ['tags', tag.id, 'label']),
          `The tag “${tag.id}” is used in ${lang} but has no label in it.`,
          `Add label: { ${lang}: … } to ${tag.id}.`,
        ),
      ),
  );
}

/** Synonyms that are another tag's synonym or its own name: their address could lead to one of the two only. */
function checkSynonyms(content: Content, lang: string): Problem[] {
  const owners = new Map<string, Tag>();
  for (const tag of content.tags) {
    const label = textIn(tag.label, lang);
    if (label !== undefined) owners.set(slugIn(tag, label, lang), tag);
  }
  return content.tags.flatMap((tag) =>
    (tag.synonyms?.[lang] ?? []).flatMap((synonym, index) => {
      const slug = slugIn({ id: tag.id }, synonym, lang);
      const owner = owners.get(slug) ?? tag;
      owners.set(slug, owner);
      if (owner === tag) return [];
      const place = placeIn(content, 'tags.yaml', ['tags', tag.id, 'synonyms', lang, index]);
      const message = `The synonym “${synonym}” of the tag “${tag.id}” leads to the tag “${owner.id}” in ${lang}.`;
      return [error('same-synonym', place, message, 'A word leads to one tag: take it away from the other.')];
    }),
  );
}
