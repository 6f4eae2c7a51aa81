import type { Plural } from '../../src/core/locale/words.ts';
import { en } from '../../src/i18n/en.ts';

/**
 * A complete `i18n/<lang>.yaml`, made of the English keys: each text begins with `mark`, which no other language has.
 * @param urls words of addresses in the language, by key
 */
export function wordsYaml(mark: string, urls: Readonly<Record<string, string>>): string {
  const lines = Object.entries<string | Plural>({ ...en }).map(([key, value]) => {
    if (key.startsWith('url')) return `${key}: ${JSON.stringify(urls[key] ?? `${mark}${key.slice(3).toLowerCase()}`)}`;
    return `${key}: ${JSON.stringify(typeof value === 'string' ? marked(mark, value) : { other: marked(mark, value.other) })}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The placeholders of a text without its English. */
function marked(mark: string, text: string): string {
  return [mark, ...(text.match(/\{\w+\}/g) ?? [])].join(' ');
}
