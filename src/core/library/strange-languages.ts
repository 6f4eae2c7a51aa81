import { meant } from '../problem/nearest.ts';
import { warning, type Problem } from '../problem/problem.ts';
import type { LocalText } from '../locale/text.ts';
import type { Content } from './content.ts';
import { placeIn } from './registry-checks.ts';

/** Texts of the site's settings and registries that are given in a language the site does not have. */
export function strangeLanguages(content: Content): Problem[] {
  const { tags, authors, series } = content;
  const { title, description, tagline, urls, licence } = content.site;
  const tell = (file: string, path: readonly (string | number)[], texts: Texts): Problem[] =>
    told(content, file, path, texts);
  return [
    ...tell('site.yaml', [], { title, description, tagline, urls }),
    ...tell('site.yaml', ['licence'], { name: licence?.name }),
    ...tags.flatMap(({ id, label, description: about, slug, synonyms }) =>
      tell('tags.yaml', ['tags', id], { label, description: about, slug, synonyms }),
    ),
    ...authors.flatMap(({ id, name, bio }) => tell('authors.yaml', ['authors', id], { name, bio })),
    ...series.flatMap(({ id, title: name, description: about, slug, planned }) => [
      ...tell('series.yaml', ['series', id], { title: name, description: about, slug }),
      ...planned.flatMap((part, index) => tell('series.yaml', ['series', id, 'planned', index], { title: part.title })),
    ]),
  ];
}

type Texts = Readonly<Record<string, LocalText | Readonly<Record<string, unknown>> | undefined>>;

function told(content: Content, file: string, path: readonly (string | number)[], texts: Texts): Problem[] {
  const { languages } = content.site;
  return Object.entries(texts).flatMap(([key, text]) => {
    const given = typeof text === 'object' ? Object.keys(text) : [];
    return given
      .filter((lang) => lang !== 'und' && !languages.includes(lang))
      .map((lang) => {
        const right = meant(lang, languages);
        const hint = right === undefined ? '' : `Did you mean “${right}”? `;
        const message = `${[...path.slice(1), key].join('.')} is given in “${lang}”, which is none of the site’s languages.`;
        const place = placeIn(content, file, [...path, key, lang]);
        return warning('strange-language', place, message, `${hint}site.yaml names ${languages.join(', ')}.`);
      });
  });
}
