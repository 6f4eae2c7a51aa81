import { error, type Problem } from '../core/problem/problem.ts';
import { outputFile } from '../core/route/table.ts';
import { SaxesParser } from 'saxes';
import type { PageFacts } from './page-facts.ts';

/** A built site, as its check sees it. */
export interface BuiltSite {
  /** Absolute address of the site, ending in `/`. */
  readonly address: string;
  /** Facts of every page, by its file in the output. */
  readonly pages: ReadonlyMap<string, PageFacts>;
  readonly hasFile: (file: string) => boolean;
}

/** Looks for links that lead nowhere, parts that do not exist, and language sets that do not agree. */
export function checkPages(site: BuiltSite): Problem[] {
  const problems: Problem[] = [];
  const ids = new Map([...site.pages].map(([file, facts]) => [file, new Set(facts.ids)]));
  const faults = new Map<string, string | undefined>();
  for (const [file, facts] of site.pages) {
    for (const link of facts.links) {
      // Most pages share most links: those that do not depend on the page are followed once.
      const key = /^(?:\/|https?:)/.test(link) ? link : `${file} ${link}`;
      if (!faults.has(key)) faults.set(key, linkFault(site, ids, file, link));
      const fault = faults.get(key);
      if (fault !== undefined) problems.push(error('dead-link', { file }, fault));
    }
    problems.push(
      ...checkAlternates(site, file, facts),
      ...repeatedIds(file, facts, ids.get(file)),
      ...forbiddenCode(file, facts),
    );
  }
  return problems;
}

/** The fault that keeps a text from being well-formed XML, or `undefined`. */
export function xmlFault(text: string): string | undefined {
  const check = new XmlCheck();
  check.write(text);
  return check.end();
}

/** Looks whether a text is well-formed XML while it comes in pieces. */
export class XmlCheck {
  readonly #parser = new SaxesParser({ xmlns: true });
  #fault: string | undefined;

  constructor() {
    this.#parser.on('error', (found) => {
      this.#fault ??= found.message;
    });
  }

  /** Takes the next piece. */
  write(piece: string): void {
    this.#parser.write(piece);
  }

  /** The first fault, or `undefined`, when all pieces have come. */
  end(): string | undefined {
    this.#parser.close();
    return this.#fault;
  }
}

function linkFault(
  site: BuiltSite,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  file: string,
  link: string,
): string | undefined {
  const from = new URL(file.replace(/(?:^|(?<=\/))index\.html$/, ''), site.address);
  const to = URL.parse(link, from.href);
  if (to === null) return `The address “${link}” cannot be read.`;
  if (!to.href.startsWith(site.address) || !/^https?:$/.test(to.protocol)) return undefined;
  const target = outputFile(decode(to.href.slice(site.address.length).replace(/[?#].*$/s, '')));
  const found = [target, `${target}/index.html`].find((one) => site.hasFile(one));
  if (found === undefined) return `The link “${link}” leads to nothing in the built site.`;
  const fragment = decode(to.hash.slice(1));
  const known = ids.get(found);
  if (fragment === '' || known === undefined || known.has(fragment)) return undefined;
  return `The link “${link}” names a part that ${found} does not have.`;
}

function checkAlternates(site: BuiltSite, file: string, facts: PageFacts): Problem[] {
  if (facts.alternates.length === 0) return [];
  const own = facts.alternates.find(({ hreflang }) => hreflang === facts.lang);
  const problems: Problem[] = [];
  if (own?.href !== facts.canonical) {
    problems.push(
      error('hreflang-self', { file }, `The page’s hreflang set does not name the page itself in ${facts.lang}.`),
    );
  }
  for (const { hreflang, href } of facts.alternates) {
    if (hreflang === 'x-default') continue;
    const other = site.pages.get(outputFile(decode(href.slice(site.address.length))));
    const back = other?.alternates.some((one) => one.href === facts.canonical && one.hreflang === facts.lang);
    if (back !== true) {
      problems.push(error('hreflang-mutual', { file }, `${href} (${hreflang}) does not name this page in return.`));
    }
  }
  return problems;
}

function forbiddenCode(file: string, { forbidden }: PageFacts): Problem[] {
  const hint =
    'It comes from a component that the document imports. Give it a class and a style sheet, or a script in a file; client:… directives need code inside the page and cannot be used.';
  return forbidden.map((what) =>
    error('inline-code', { file }, `The page holds ${what}, which its security policy forbids.`, hint),
  );
}

function repeatedIds(file: string, facts: PageFacts, different: ReadonlySet<string> | undefined): Problem[] {
  if (facts.ids.length === different?.size) return [];
  const seen = new Set<string>();
  return facts.ids.flatMap((id) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [error('repeated-id', { file }, `The id “${id}” stands twice on the page.`)];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
