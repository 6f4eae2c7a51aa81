import type { DocumentKind } from '../essay/essay.ts';

/** What a link in a document points at, before anybody knows whether it exists. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'own'; readonly fragment: string }
  | {
      readonly kind: 'document';
      readonly document: DocumentKind;
      readonly id: string;
      readonly lang?: string;
      readonly fragment?: string;
    }
  | { readonly kind: 'registry'; readonly registry: 'tag' | 'series' | 'author'; readonly id: string | undefined }
  | { readonly kind: 'chain'; readonly id: string; readonly activity?: string }
  | { readonly kind: 'public'; readonly path: string; readonly fragment?: string }
  | { readonly kind: 'unknown'; readonly path: string };

const folders: Readonly<Record<string, DocumentKind>> = { essays: 'essay', concepts: 'concept', pages: 'page' };
const registries = { 'tags.yaml': 'tag', 'series.yaml': 'series', 'authors.yaml': 'author' } as const;

/**
 * Reads a link as its author wrote it in `file`.
 * @example readTarget('../look-up/#ants', 'essays/resources-and-pace/en.mdx')
 *   → { kind: 'document', document: 'essay', id: 'look-up', fragment: 'ants' }
 */
export function readTarget(href: string, file: string): LinkTarget {
  if (isExternal(href)) return { kind: 'external', href };
  const [path, fragment] = splitFragment(href);
  if (path === '') return { kind: 'own', fragment: fragment ?? '' };
  const decoded = decode(path);
  if (decoded.startsWith('/'))
    return { kind: 'public', path: decoded.slice(1), ...(fragment !== undefined && { fragment }) };
  const resolved = resolve(decoded, file);
  return resolved === undefined ? { kind: 'unknown', path } : inFolder(resolved, fragment);
}

/** True for an address that leads out of the site: it has a scheme or begins with a host. */
export function isExternal(href: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}

function inFolder(parts: readonly string[], fragment: string | undefined): LinkTarget {
  const [first = '', second, third] = parts;
  if (parts.length === 1 && Object.hasOwn(registries, first)) {
    return { kind: 'registry', registry: registries[first as keyof typeof registries], id: fragment };
  }
  if (first === 'chains' && second !== undefined && parts.length === 2) {
    const id = second.replace(/\.yaml$/, '');
    return { kind: 'chain', id, ...(fragment !== undefined && { activity: fragment }) };
  }
  const document = Object.hasOwn(folders, first) ? folders[first] : undefined;
  const lang = third === undefined ? undefined : /^(.+)\.mdx$/.exec(third)?.[1];
  if (
    document === undefined ||
    second === undefined ||
    parts.length > 3 ||
    (third !== undefined && lang === undefined)
  ) {
    return { kind: 'unknown', path: parts.join('/') };
  }
  return {
    kind: 'document',
    document,
    id: second,
    ...(lang !== undefined && { lang }),
    ...(fragment !== undefined && { fragment }),
  };
}

function splitFragment(href: string): [string, string | undefined] {
  const at = href.indexOf('#');
  return at < 0 ? [href, undefined] : [href.slice(0, at), decode(href.slice(at + 1))];
}

function resolve(path: string, file: string): string[] | undefined {
  const parts = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') parts.push(step);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
