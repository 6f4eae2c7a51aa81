import type { AnyDocument, Knowledge } from '../library/knowledge.ts';
import { llmsRoute, markdownRoute } from '../library/generated.ts';
import { siteTitle } from '../library/site-title.ts';
import { autonym } from '../locale/language.ts';
import { chooseText } from '../locale/text.ts';
import { markdownLine } from './markdown-text.ts';

/** `llms.txt` of a language: everything there is to read, essays as Markdown, each with a sentence. */
export function llmsText(knowledge: Knowledge, lang: string): string {
  const words = knowledge.words(lang);
  const { urls } = knowledge;
  const page = (document: AnyDocument): string => line(document, urls.absolute(knowledge.route(document)));
  const essays = knowledge.essays(lang).map((essay) => line(essay, urls.absolute(markdownRoute(knowledge, essay))));
  return [
    ...heading(knowledge, lang, siteTitle(knowledge, lang)),
    ...section(words.essays, essays),
    ...section(words.concepts, knowledge.concepts(lang).map(page)),
    ...section(words.siteInformation, knowledge.pages(lang).map(page)),
  ].join('\n');
}

/** `llms.txt` of the whole site: where the list of each language is. */
export function llmsIndex(knowledge: Knowledge): string {
  const { site, languages, urls } = knowledge;
  const links = languages.map((lang) => {
    const title = `${siteTitle(knowledge, lang)} (${autonym(lang)})`;
    const about = chooseText(site.description, lang, languages).text;
    return item(title, urls.absolute(llmsRoute(knowledge, lang)), about);
  });
  const lang = site.defaultLanguage;
  const words = knowledge.words(lang);
  return [...heading(knowledge, lang, siteTitle(knowledge, lang)), ...section(words.languages, links)].join('\n');
}

function heading(knowledge: Knowledge, lang: string, title: string): string[] {
  const about = chooseText(knowledge.site.description, lang, knowledge.languages).text;
  return [`# ${markdownLine(title)}`, '', `> ${markdownLine(about)}`, ''];
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${markdownLine(title)}`, '', ...items, ''];
}

function line({ front }: AnyDocument, url: string): string {
  return item(front.title, url, front.description);
}

function item(title: string, url: string, about: string): string {
  return `- [${markdownLine(title)}](${url}): ${markdownLine(about)}`;
}
