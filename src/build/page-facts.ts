import { readHtml, type HtmlListener, type Values } from './html.ts';

/** What a built page says about itself and about others. */
export interface PageFacts {
  readonly lang: string;
  readonly canonical: string;
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly ids: readonly string[];
  /** Addresses the page refers to, each once: links, images, styles, scripts. */
  readonly links: readonly string[];
  /** What the site's policy forbids inside a page, each once: `style= on <b>`, `<script>`. */
  readonly forbidden: readonly string[];
}

/** Reads the facts of a built page. */
export function readFacts(html: string): PageFacts {
  return readHtml(html, () => new FactsReader()).facts();
}

class FactsReader implements HtmlListener {
  #lang = '';
  #canonical = '';
  readonly #alternates: { hreflang: string; href: string }[] = [];
  readonly #ids: string[] = [];
  readonly #links = new Set<string>();
  readonly #forbidden = new Set<string>();

  open(name: string, values: Values): void {
    if (name === 'html') this.#lang = values['lang'] ?? '';
    if (name === 'link') this.#link(values);
    // There are thousands of pages with hundreds of elements: each attribute is looked at once.
    for (const key in values) {
      const value = values[key] ?? '';
      if (key === 'id') this.#ids.push(value);
      else if (addressed.has(key) && name !== 'base') for (const one of addressesIn(key, value)) this.#links.add(one);
      else if (key === 'style' || key.startsWith('on')) this.#forbidden.add(`${key}= on <${name}>`);
    }
    if (name === 'style' || isInlineCode(name, values)) this.#forbidden.add(`<${name}> with code inside`);
  }

  facts(): PageFacts {
    const [lang, canonical, alternates, ids] = [this.#lang, this.#canonical, this.#alternates, this.#ids];
    return { lang, canonical, alternates, ids, links: [...this.#links], forbidden: [...this.#forbidden] };
  }

  #link({ rel, href = '', hreflang, type }: Values): void {
    if (rel === 'canonical') this.#canonical = href;
    if (rel === 'alternate' && hreflang !== undefined && type === undefined) this.#alternates.push({ hreflang, href });
  }
}

/** Types of scripts that are data; all others run, or change how others do. */
const data = /^application\/(?:ld\+)?json$/i;

function isInlineCode(name: string, values: Values): boolean {
  return name === 'script' && values['src'] === undefined && !data.test(values['type'] ?? '');
}

/** Attributes that refer to something. */
const addressed: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'srcset']);

function addressesIn(key: string, value: string): string[] {
  // A comma ends an address only where a space follows it or the one before.
  const all =
    key === 'srcset'
      ? value.split(/(?<=\s[\d.]+[wx])\s*,\s*|,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? '')
      : [value];
  return all.filter((one) => one !== '' && !one.startsWith('data:'));
}
