import { readTarget, type LinkTarget } from '../link/target.ts';
import type { OutlineLink } from '../essay/outline.ts';
import { meant, nearest } from '../problem/nearest.ts';
import { error, warning, type Problem } from '../problem/problem.ts';
import type { Route } from '../route/urls.ts';
import { bestVersion, type AnyDocument, type TranslationSet } from './documents.ts';
import type { Knowledge } from './knowledge.ts';

/** Where a link leads, and what it cites. */
export interface ResolvedLink {
  /** A complete address outside the site. */
  readonly external?: string;
  /** A place on the site. */
  readonly route?: Route;
  readonly fragment?: string;
  /** Language of the target, when it differs from the document's. */
  readonly lang?: string;
  /** `essay look-up`, `concept takt-time`, `chain acme`: what is mentioned by this link. */
  readonly cites?: string;
  readonly problem?: Problem;
}

/** Follows a link of a document to where it leads. A link that leads nowhere has a problem. */
export function resolveLink(knowledge: Knowledge, document: AnyDocument, link: OutlineLink): ResolvedLink {
  const target = readTarget(link.href, document.file);
  const place = { file: document.file, line: link.line, column: link.column };
  const fail = (message: string, hint: string): ResolvedLink => ({
    problem: error('broken-link', place, message, hint),
  });
  switch (target.kind) {
    case 'external':
      return externalFault(link.href, fail) ?? { external: link.href };
    case 'own':
      return ownFragment(document, target.fragment, fail);
    case 'document':
      return toDocument(knowledge, document, target, link, fail);
    case 'chain':
      return toChain(knowledge, document, target, fail);
    case 'registry':
      return toRegistry(knowledge, document, target, fail);
    case 'public':
      return toPublic(knowledge, target, fail);
    case 'unknown':
      return fail(
        `The link “${link.href}” leads to nothing that this folder holds.`,
        'Write a path to a folder such as ../look-up/ or ../../concepts/takt-time/, to a registry such as ../../tags.yaml#lean, or put a file into public/ and link to it as /file.pdf.',
      );
  }
}

type Fail = (message: string, hint: string) => ResolvedLink;
type DocumentTarget = Extract<LinkTarget, { kind: 'document' }>;

/** Addresses outside the site cannot be tried, but some cannot lead anywhere. */
function externalFault(href: string, fail: Fail): ResolvedLink | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(href) ?? [];
  const right = scheme === '' ? undefined : meantScheme(scheme.toLowerCase());
  if (scheme.length === 1) {
    return fail(
      `The link “${href}” is a path on one machine.`,
      'Put the file into public/ and link to it as /file.pdf.',
    );
  }
  if (right !== undefined) return fail(`No address begins with “${scheme}:”.`, `Did you mean “${right}:”?`);
  if (/^https?$/i.test(scheme) && (URL.parse(href) === null || !/^\/\/[^/]/.test(rest))) {
    return fail(`The address “${href}” cannot be read.`, 'Write a whole one, such as https://example.org/page.');
  }
  if (/^mailto$/i.test(scheme) && !/^(?:\?|[^@\s?]+@[^@\s?]+)/.test(rest)) {
    return fail(`The link “${href}” names no e-mail address.`, 'Write it as mailto:name@example.org.');
  }
  return undefined;
}

/** The usual scheme that was probably meant by one that nobody knows. */
function meantScheme(scheme: string): string | undefined {
  const usual = ['http', 'https', 'mailto', 'tel'];
  return usual.includes(scheme) || /^s?ftps?$/.test(scheme) ? undefined : meant(scheme, usual);
}

function ownFragment(document: AnyDocument, fragment: string, fail: Fail): ResolvedLink {
  if (fragment === '' || hasId(document, fragment)) return { fragment };
  return fail(`The link “#${fragment}” has no target in this file.`, idsHint(document, fragment));
}

function toDocument(
  knowledge: Knowledge,
  from: AnyDocument,
  target: DocumentTarget,
  link: OutlineLink,
  fail: Fail,
): ResolvedLink {
  const set = knowledge.set(target.document, target.id);
  const found = set && wantedVersion(knowledge, set, from, target);
  if (isUnread(knowledge, target, from, found)) return {};
  if (found === undefined) return missingDocument(knowledge, from, target, fail);
  const fragment = target.fragment ?? '';
  if (fragment !== '' && !hasId(found, fragment)) {
    return fail(`The link “${link.href}” names a part that ${found.file} does not have.`, idsHint(found, fragment));
  }
  const elsewhere = found.lang !== from.lang;
  return {
    route: knowledge.route(found),
    ...(fragment !== '' && { fragment }),
    ...(elsewhere && { lang: found.lang }),
    cites: `${target.document} ${target.id}`,
    ...(elsewhere && target.lang === undefined && { problem: otherLanguage(from, link, found) }),
  };
}

/** True when the target has faults that are reported where they are: who links to it is not to blame. */
function isUnread(
  { content: { unread } }: Knowledge,
  { document, id, lang }: DocumentTarget,
  from: AnyDocument,
  found: AnyDocument | undefined,
): boolean {
  if (unread === undefined) return false;
  const folder = `${document}s/${id}/`;
  if (unread.has(`${folder}${lang ?? from.lang}.mdx`)) return true;
  return found === undefined && [...unread].some((file) => file.startsWith(folder));
}

/** The version a link names; where it names none, the one nearest to the document's own language. */
function wantedVersion(
  knowledge: Knowledge,
  set: TranslationSet,
  from: AnyDocument,
  target: DocumentTarget,
): AnyDocument | undefined {
  if (target.lang !== undefined) return set.versions.get(target.lang);
  return bestVersion(set, from.lang, knowledge.languages);
}

function otherLanguage(from: AnyDocument, link: OutlineLink, found: AnyDocument): Problem {
  return warning(
    'link-to-other-language',
    { file: from.file, line: link.line, column: link.column },
    `“${link.href}” does not exist in ${from.lang}; the link leads to ${found.file} and says so.`,
    `Translate it, or write ${link.href.replace(/\/?(#.*)?$/, '')}/${found.lang}.mdx to mean that language.`,
  );
}

function missingDocument(knowledge: Knowledge, from: AnyDocument, target: DocumentTarget, fail: Fail): ResolvedLink {
  const { document, id, lang } = target;
  const langs = lang === undefined ? knowledge.languages : [lang];
  if (langs.some((one) => knowledge.hidden(document, id, one))) {
    return fail(
      `The link leads to ${document} “${id}”, which is a draft or not yet published.`,
      'Publish it, or take the link out until then.',
    );
  }
  const versions = knowledge.set(document, id)?.versions;
  if (versions !== undefined && lang !== undefined) {
    return fail(
      `The ${document} “${id}” does not exist in ${lang}.`,
      `It exists in ${[...versions.keys()].join(', ')}.`,
    );
  }
  const ids = new Set(knowledge.documents.filter((other) => other.kind === document).map((other) => other.id));
  return fail(`There is no ${document} “${id}” to link to from ${from.file}.`, nearestHint(id, [...ids]));
}

function toChain(
  knowledge: Knowledge,
  from: AnyDocument,
  target: Extract<LinkTarget, { kind: 'chain' }>,
  fail: Fail,
): ResolvedLink {
  const chain = knowledge.chain(target.id);
  if (chain === undefined) {
    if (knowledge.content.unread?.has(`chains/${target.id}.yaml`) === true) return {};
    return fail(
      `There is no value chain “${target.id}”.`,
      nearestHint(
        target.id,
        knowledge.content.chains.map((c) => c.id),
      ),
    );
  }
  if (target.activity !== undefined && !chain.activities.includes(target.activity)) {
    return fail(
      `The value chain “${target.id}” has no activity “${target.activity}”.`,
      nearestHint(target.activity, chain.activities),
    );
  }
  const lang = knowledge.chainLanguage(chain, from.lang);
  if (lang === undefined) {
    return fail(`The value chain “${target.id}” has no page.`, 'Give it a title in a language of the site.');
  }
  return {
    route: knowledge.chainRoute(chain, lang),
    ...(lang !== from.lang && { lang }),
    ...(target.activity !== undefined && { fragment: `${target.id}.${target.activity}` }),
    cites: `chain ${target.id}`,
  };
}

const registryFiles = { tag: 'tags.yaml', series: 'series.yaml', author: 'authors.yaml' } as const;

function toRegistry(
  knowledge: Knowledge,
  from: AnyDocument,
  target: Extract<LinkTarget, { kind: 'registry' }>,
  fail: Fail,
): ResolvedLink {
  const { content } = knowledge;
  const registries = { tag: content.tags, series: content.series, author: content.authors };
  const ids = registries[target.registry].map((entry) => entry.id);
  const { id } = target;
  if (content.unread?.has(registryFiles[target.registry]) === true) return {};
  if (id === undefined || id === '') {
    const example = `${registryFiles[target.registry]}#${ids[0] ?? 'id'}`;
    return fail(`The link names no ${target.registry}.`, `Write its id after a #, as in ../../${example}.`);
  }
  if (!ids.includes(id)) return fail(`There is no ${target.registry} “${id}”.`, nearestHint(id, ids));
  const order = [from.lang, ...knowledge.languages];
  const lang = order.find((candidate) => essaysOf(knowledge, target.registry, id, candidate) > 0);
  const route = lang === undefined ? undefined : registryRoute(knowledge, target.registry, id, lang);
  if (lang === undefined || route === undefined) {
    return fail(
      `The ${target.registry} “${id}” has no page, since no essay uses it.`,
      'Use it in an essay, or take the link out.',
    );
  }
  return { route, ...(lang !== from.lang && { lang }) };
}

function essaysOf(knowledge: Knowledge, registry: 'tag' | 'series' | 'author', id: string, lang: string): number {
  if (registry === 'tag') return knowledge.tagged(id, lang).length;
  return (registry === 'series' ? knowledge.inSeries(id, lang) : knowledge.signed(id, lang)).length;
}

function registryRoute(
  knowledge: Knowledge,
  registry: 'tag' | 'series' | 'author',
  id: string,
  lang: string,
): Route | undefined {
  if (registry === 'tag') return mapDefined(knowledge.tag(id), (tag) => knowledge.tagRoute(tag, lang));
  if (registry === 'series') return mapDefined(knowledge.series(id), (series) => knowledge.seriesRoute(series, lang));
  return mapDefined(knowledge.author(id), (author) => knowledge.authorRoute(author, lang));
}

function toPublic(knowledge: Knowledge, target: Extract<LinkTarget, { kind: 'public' }>, fail: Fail): ResolvedLink {
  if (knowledge.isPublic(target.path)) {
    return { route: target.path, ...(target.fragment !== undefined && { fragment: target.fragment }) };
  }
  const files = knowledge.content.publicFiles.map((file) => file.route);
  return fail(
    `The link “/${target.path}” begins with / but public/ has no such file.`,
    `To link to an essay, write a path to its folder such as ../look-up/. ${files.length > 0 ? nearestHint(target.path, files) : ''}`.trim(),
  );
}

function hasId(document: AnyDocument, id: string): boolean {
  return document.outline.ids.includes(id) || document.outline.headings.some((heading) => heading.id === id);
}

function idsHint(document: AnyDocument, id: string): string {
  return nearestHint(
    id,
    document.outline.headings.map((heading) => heading.id),
  );
}

function nearestHint(written: string, candidates: readonly string[]): string {
  return candidates.length === 0
    ? 'There is none at all yet.'
    : `The nearest are: ${nearest(written, candidates, 5).join(', ')}.`;
}

function mapDefined<T, U>(value: T | undefined, map: (value: T) => U): U | undefined {
  return value === undefined ? undefined : map(value);
}
