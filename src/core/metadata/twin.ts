import type { Essay } from '../essay/essay.ts';
import type { Knowledge } from '../library/knowledge.ts';
import { dateText } from '../locale/format.ts';
import { chooseText } from '../locale/text.ts';
import { markdownLine } from './markdown-text.ts';

/**
 * The Markdown twin of an essay: what its front matter says that others may want to know, its title, its text.
 * @param body the text as Markdown
 */
export function twinText(knowledge: Knowledge, essay: Essay, body: string): string {
  const head = Object.entries(twinFacts(knowledge, essay)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `${['---', ...head, '---'].join('\n')}\n\n# ${markdownLine(essay.front.title)}\n\n${body}`;
}

/** The facts at the top of a twin; JSON values, which are YAML too. */
export function twinFacts(knowledge: Knowledge, essay: Essay): Readonly<Record<string, unknown>> {
  const { front, lang } = essay;
  const { urls, languages, site } = knowledge;
  const set = knowledge.set(essay.kind, essay.id);
  const others = languages.flatMap((other) => (other === lang ? [] : (set?.versions.get(other) ?? [])));
  const labels = front.tags.flatMap((id) => {
    const tag = knowledge.tag(id);
    return tag === undefined ? [] : [chooseText(tag.label, lang, languages).text];
  });
  return {
    title: front.title,
    description: front.description,
    url: urls.absolute(knowledge.route(essay)),
    lang,
    date: dateText(front.date, lang).iso,
    ...(front.updated && { updated: dateText(front.updated, lang).iso }),
    authors: knowledge.authorsOf(essay).map(({ name }) => chooseText(name, lang, languages).text),
    ...(labels.length > 0 && { tags: labels }),
    ...(others.length > 0 && {
      translations: Object.fromEntries(others.map((other) => [other.lang, urls.absolute(knowledge.route(other))])),
    }),
    ...(site.licence?.url !== undefined && { license: site.licence.url }),
  };
}
