import { Parser } from 'htmlparser2';
import { attributes, escapeText } from '../core/library/markup.ts';

const dropped = new Set(['script', 'style', 'link', 'template', 'svg', 'button', 'input', 'iframe', 'object', 'embed']);
const unwrapped = new Set(['picture', 'source', 'span', 'div', 'section', 'article']);
const empty = new Set(['img', 'br', 'hr', 'col', 'wbr']);
const keptAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'hreflang', 'title'],
  img: ['src', 'alt', 'width', 'height'],
  blockquote: ['cite'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'reversed'],
  time: ['datetime'],
};

/**
 * HTML as feed readers want it: structure, links and images; no classes, scripts, drawings or controls.
 * Ids stay, so that notes can be reached. The addresses are already absolute.
 * @example feedHtml('<p class="x">A <svg><path/></svg>B</p>') → '<p>A B</p>'
 */
export function feedHtml(html: string): string {
  const out: string[] = [];
  let skipping = 0;
  const parser = new Parser(
    {
      onopentag(name, values) {
        if (skipping > 0 || dropped.has(name)) {
          skipping += empty.has(name) || name === 'input' || name === 'link' ? 0 : 1;
        } else if (!unwrapped.has(name)) out.push(`<${name}${attributes(kept(name, values))}>`);
      },
      ontext(text) {
        if (skipping === 0) out.push(escapeText(text).replaceAll('&quot;', '"'));
      },
      onclosetag(name) {
        if (skipping > 0) skipping -= empty.has(name) || name === 'input' || name === 'link' ? 0 : 1;
        else if (!unwrapped.has(name) && !empty.has(name) && !dropped.has(name)) out.push(`</${name}>`);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return out.join('').trim();
}

function kept(name: string, values: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const names = ['id', 'lang', 'dir', ...(keptAttributes[name] ?? [])];
  return Object.fromEntries(names.map((key) => [key, values[key]]));
}
