import { chooseText } from '../locale/text.ts';
import type { Knowledge } from './knowledge.ts';

/** Name of the site in a language. */
export function siteTitle(knowledge: Knowledge, lang: string): string {
  return chooseText(knowledge.site.title, lang, knowledge.languages).text;
}
