import { Parser } from 'htmlparser2';

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
  const facts = {
    lang: '',
    canonical: '',
    alternates: [] as { hreflang: string; href: string }[],
    ids: [] as string[],
  };
  const links = new Set<string>();
  const forbidden = new Set<string>();
  const parser = new Parser({
    onopentag(name, values) {
      if (name === 'html') facts.lang = values['lang'] ?? '';
      if (name === 'link') readLink(values, facts);
      // There are thousands of pages with hundreds of elements: each attribute is looked at once.
      for (const key in values) {
        const value = values[key] ?? '';
        if (key === 'id') facts.ids.push(value);
        else if (addressed.has(key) && name !== 'base') for (const one of addressesIn(key, value)) links.add(one);
        else if (key === 'style' || key.startsWith('on')) forbidden.add(`${key}= on <${name}>`);
      }
      if (name === 'style' || isInlineCode(name, values)) forbidden.add(`<${name}> with code inside`);
    },
  });
  parser.end(html);
  return { ...facts, links: [...links], forbidden: [...forbidden] };
}

/** Types of scripts that run; all others are data. */
const running = /^(?:|module|text\/javascript|application\/javascript)$/i;

function isInlineCode(name: string, values: Readonly<Record<string, string>>): boolean {
  return name === 'script' && values['src'] === undefined && running.test(values['type'] ?? '');
}

function readLink(
  values: Readonly<Record<string, string>>,
  facts: { canonical: string; alternates: { hreflang: string; href: string }[] },
): void {
  const { rel, href = '', hreflang, type } = values;
  if (rel === 'canonical') facts.canonical = href;
  if (rel === 'alternate' && hreflang !== undefined && type === undefined) facts.alternates.push({ hreflang, href });
}

/** Attributes that refer to something. */
const addressed: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'srcset']);

function addressesIn(key: string, value: string): string[] {
  const all = key === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '') : [value];
  return all.filter((one) => one !== '');
}
