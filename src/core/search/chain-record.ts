import { chooseText } from '../locale/text.ts';
import type { ChainEntry } from '../library/content.ts';
import type { Knowledge } from '../library/knowledge.ts';
import { attributes, escapeText } from '../library/markup.ts';
import { compoundSplitter } from './compound.ts';
import { wordMarker, type Marker } from './marked.ts';
import type { SearchRecord } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is found of the value chains of a language: each with its activities, which results lead to. */
export interface ChainSubject {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly activities: readonly { readonly id: string; readonly label: string; readonly description: string }[];
}

/** The value chains of a language as they can be found. */
export function chainSubjects(knowledge: Knowledge, lang: string): ChainSubject[] {
  const text = (of: ChainEntry['title'] | undefined): string =>
    of === undefined ? '' : chooseText(of, lang, knowledge.languages).text;
  return knowledge.chains(lang).map((chain) => ({
    url: knowledge.urls.href(knowledge.chainRoute(chain, lang)),
    title: text(chain.title),
    description: text(chain.description),
    activities: chain.parts.map(({ id, label, description }) => ({
      id: `${chain.id}.${id}`,
      label: text(label),
      description: text(description),
    })),
  }));
}

/**
 * Records of value chains: a heading for each activity, so that a result selects it. They weigh little: who types a
 * word that a text explains wants the text first.
 */
export function* chainRecords(subjects: readonly ChainSubject[], vocabulary: Vocabulary): Generator<SearchRecord> {
  const mark = wordMarker(vocabulary.lang, compoundSplitter(vocabulary));
  for (const subject of subjects) yield { url: subject.url, html: recordHtml(subject, vocabulary.lang, mark) };
}

function recordHtml({ title, description, activities }: ChainSubject, lang: string, mark: Marker): string {
  const text = (plain: string): string => escapeText(mark(plain));
  const parts = activities.map(
    ({ id, label, description: said }) =>
      `<h2${attributes({ id })}>${text(label)}</h2><p>${text(said === '' ? label : said)}</p>`,
  );
  return [
    `<!doctype html><html${attributes({ lang })}><head><meta charset="utf-8"></head><body data-pagefind-body data-pagefind-weight="0.2">`,
    `<span data-pagefind-ignore data-pagefind-meta="title">${text(title)}</span>`,
    '<span data-pagefind-ignore data-pagefind-filter="kind">chain</span>',
    `<p>${text(description)}</p>`,
    ...parts,
    '</body></html>',
  ].join('\n');
}
