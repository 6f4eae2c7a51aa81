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
      if (values['id'] !== undefined) facts.ids.push(values['id']);
      if (name === 'link') readLink(values, facts);
      for (const address of addresses(name, values)) links.add(address);
      for (const one of forbiddenIn(name, values)) forbidden.add(one);
    },
  });
  parser.end(html);
  return { ...facts, links: [...links], forbidden: [...forbidden] };
}

/** Types of scripts that run; all others are data. */
const running = /^(?:|module|text\/javascript|application\/javascript)$/i;

function forbiddenIn(name: string, values: Readonly<Record<string, string>>): string[] {
  const attributes = Object.keys(values).filter((key) => key === 'style' || key.startsWith('on'));
  const inline = name === 'script' && values['src'] === undefined && running.test(values['type'] ?? '');
  return [
    ...attributes.map((key) => `${key}= on <${name}>`),
    ...(name === 'style' || inline ? [`<${name}> with code inside`] : []),
  ];
}

function readLink(
  values: Readonly<Record<string, string>>,
  facts: { canonical: string; alternates: { hreflang: string; href: string }[] },
): void {
  const { rel, href = '', hreflang, type } = values;
  if (rel === 'canonical') facts.canonical = href;
  if (rel === 'alternate' && hreflang !== undefined && type === undefined) facts.alternates.push({ hreflang, href });
}

function addresses(name: string, values: Readonly<Record<string, string>>): string[] {
  if (name === 'base') return [];
  const sets = (values['srcset'] ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
  return [values['href'], values['src'], values['poster'], ...sets].filter(
    (one): one is string => one !== undefined && one !== '',
  );
}
