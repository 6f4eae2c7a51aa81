import { Parser } from 'htmlparser2';
import type { SiteFiles } from './folder.ts';

/** An element of a page: its name and its attributes. */
export interface Element {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Every element of a page, in order. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const parser = new Parser({ onopentag: (name, values) => elements.push({ name, values }) });
  parser.end(html);
  return elements;
}

/** What a piece of HTML means to a browser, however it is spelled. */
export function meaningOf(html: string): string {
  const parts: string[] = [];
  const parser = new Parser({
    onopentag: (name, values) => parts.push(`<${name} ${JSON.stringify(values)}>`),
    ontext: (text) => parts.push(text),
    onclosetag: (name) => parts.push(`</${name}>`),
  });
  parser.end(html);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The text of every page of a site, by its path, without the pages that only lead elsewhere. */
export function pagesOf(site: SiteFiles): Map<string, string> {
  const pages = [...site].filter(([path]) => path.endsWith('.html') && !path.startsWith('pagefind/'));
  return new Map(pages.map(([path, bytes]) => [path, bytes.toString()]));
}

/** The text of one file of a site. */
export function textOf(site: SiteFiles, path: string): string {
  const bytes = site.get(path);
  if (bytes === undefined) throw new Error(`There is no ${path} among ${[...site.keys()].join(' ')}`);
  return bytes.toString();
}

/** What a page's hreflang set says: language → address. */
export function alternatesOf(html: string): Map<string, string> {
  return new Map(
    elementsOf(html).flatMap(({ name, values }): [string, string][] =>
      name === 'link' && values['rel'] === 'alternate' && values['hreflang'] !== undefined && values['type'] === undefined
        ? [[values['hreflang'], values['href'] ?? '']]
        : [],
    ),
  );
}

/** The value of an attribute of the first element that matches. */
export function attributeOf(html: string, name: string, attribute: string, where: Readonly<Record<string, string>> = {}): string | undefined {
  const found = elementsOf(html).find(
    (element) => element.name === name && Object.entries(where).every(([key, value]) => element.values[key] === value),
  );
  return found?.values[attribute];
}
