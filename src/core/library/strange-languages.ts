import { meant } from '../problem/nearest.ts';
import { warning, type Problem } from '../problem/problem.ts';
import type { LocalText } from '../locale/text.ts';
import type { Content } from './content.ts';

/** Texts of the site's settings and registries that are given in a language the site does not have. */
export function strangeLanguages(content: Content): Problem[] {
  const { site, tags, authors, series } = content;
  return [
    ...told(site.languages, 'site.yaml', '', {
      title: site.title,
      description: site.description,
      tagline: site.tagline,
    }),
    ...tags.flatMap(({ id, label, description }) =>
      told(site.languages, 'tags.yaml', `${id}.`, { label, description }),
    ),
    ...authors.flatMap(({ id, name, bio }) => told(site.languages, 'authors.yaml', `${id}.`, { name, bio })),
    ...series.flatMap(({ id, title, description }) =>
      told(site.languages, 'series.yaml', `${id}.`, { title, description }),
    ),
  ];
}

function told(
  languages: readonly string[],
  file: string,
  owner: string,
  texts: Readonly<Record<string, LocalText | undefined>>,
): Problem[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const given = typeof text === 'object' ? Object.keys(text) : [];
    return given
      .filter((lang) => !languages.includes(lang))
      .map((lang) => {
        const right = meant(lang, languages);
        const hint = right === undefined ? '' : `Did you mean “${right}”? `;
        const message = `${owner}${key} is given in “${lang}”, which is none of the site’s languages.`;
        return warning('strange-language', { file }, message, `${hint}site.yaml names ${languages.join(', ')}.`);
      });
  });
}
