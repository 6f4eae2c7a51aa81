import { getCollection, type CollectionEntry } from 'astro:content';

export type Essay = CollectionEntry<'essays'>;
export const languages = ['en', 'sv', 'fr'];

let known: Promise<Map<string, Essay[]>> | undefined;

/** All essays by language, newest first; asked of the collection once. */
export function essaysByLanguage(): Promise<Map<string, Essay[]>> {
  known ??= getCollection('essays').then((all) => {
    const sorted = all.sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
    return Map.groupBy(sorted, langOf);
  });
  return known;
}

export function langOf({ id }: Essay): string {
  return id.split('/')[1] ?? '';
}

export function pathOf({ id }: Essay): string {
  const [folder, lang] = id.split('/');
  return `/${lang}/essays/${folder}/`;
}
