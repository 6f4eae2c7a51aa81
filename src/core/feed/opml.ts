import { authorChannels, feedLinks, languageChannel, tagChannels, type Channel } from '../library/feeds.ts';
import type { Knowledge } from '../library/knowledge.ts';
import { attributes } from '../library/markup.ts';
import { element, xmlText } from './xml.ts';

/** All feeds of a language as OPML 2.0, each once, for readers that take many feeds from one file. */
export function* opml(knowledge: Knowledge, lang: string): Generator<string> {
  const words = knowledge.words(lang);
  const all = languageChannel(knowledge, lang);
  yield '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n';
  yield `<head>\n${element('title', all.title)}\n</head>\n<body>\n`;
  yield outline(knowledge, all);
  yield group(knowledge, words.feedByTag, tagChannels(knowledge, lang));
  yield group(knowledge, words.feedByAuthor, authorChannels(knowledge, lang));
  yield '</body>\n</opml>\n';
}

function group(knowledge: Knowledge, name: string, some: readonly Channel[]): string {
  if (some.length === 0) return '';
  return `<outline${attributes({ text: xmlText(name) })}>\n${some.map((one) => outline(knowledge, one)).join('')}</outline>\n`;
}

function outline(knowledge: Knowledge, channel: Channel): string {
  const xmlUrl = feedLinks(knowledge, channel)[0]?.href;
  const text = xmlText(channel.title);
  const description = xmlText(channel.description);
  const htmlUrl = knowledge.urls.absolute(channel.page);
  const language = channel.lang?.toLowerCase();
  return `<outline${attributes({ type: 'rss', text, title: text, description, xmlUrl, htmlUrl, language })}/>\n`;
}
