import type { SiteInput } from '../core/site/site.ts';
import { documentText } from './document-text.ts';
import { scaffoldTexts, type ScaffoldDocument, type ScaffoldTexts } from './scaffold-texts.ts';
import { isShipped, wordsText } from './words-text.ts';
import { yamlText } from './yaml-text.ts';

/** What is known of a site that is about to begin. */
export interface Beginning {
  readonly title: string;
  /** Canonical BCP 47 tags; the first is the default language. */
  readonly languages: readonly string[];
  readonly address: string;
  /** Day of the first essay, and year of the site's identity. */
  readonly now: Date;
}

/** What `site.yaml` of a new site says. */
export function startingSettings({ title, languages, address, now }: Beginning): SiteInput {
  return {
    schema: 'site/1',
    title,
    description: inEach(languages, ({ site }) => site.description),
    address,
    languages: [...languages],
    identity: identityOf(address, now),
    navigation: ['archive', 'tags', { page: 'about' }],
  };
}

/** The files of a minimal site, by their path in the author's folder. It builds as it is. */
export function starterFiles(beginning: Beginning): ReadonlyMap<string, string> {
  const { languages } = beginning;
  return new Map([
    ['site.yaml', siteText(beginning)],
    ['tags.yaml', tagsText(languages)],
    ['authors.yaml', authorsText(beginning)],
    ...languages.flatMap((lang) => documents(beginning, lang)),
    ...languages
      .filter((lang) => !isShipped(lang))
      .map((lang): [string, string] => [`i18n/${lang}.yaml`, wordsText(lang)]),
  ]);
}

function siteText(beginning: Beginning): string {
  const { languages } = beginning;
  const { title, description, address, languages: all, identity, navigation, optional } = comments(languages);
  return yamlText(startingSettings(beginning), {
    above: { title, description, address, languages: all, identity, navigation },
    beside: marks(languages, 'description'),
    end: [
      optional,
      'accent: "#b93a0e"',
      'licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }',
      'reply: editor@example.org',
    ].join('\n'),
  });
}

function tagsText(languages: readonly string[]): string {
  const label = inEach(languages, ({ site }) => site.tag);
  return yamlText(
    { schema: 'tags/1', tags: { 'first-steps': { label } } },
    { above: { tags: comments(languages).tags }, beside: marks(languages, 'tags.first-steps.label') },
  );
}

function authorsText({ title, languages }: Beginning): string {
  const { authors, author } = comments(languages);
  return yamlText(
    { schema: 'authors/1', authors: { editors: { kind: 'organisation', name: title, default: true } } },
    { above: { authors, 'authors.editors.kind': author } },
  );
}

function documents({ now, languages }: Beginning, lang: string): [string, string][] {
  const { texts, foreign } = scaffoldTexts(lang);
  const { essay, page } = texts.site;
  const { date, essayTags, translate } = foreign ? comments(languages) : texts.about;
  const marked = { ...(foreign && { title: translate, description: translate }) };
  const bodyOf = ({ body }: ScaffoldDocument): string =>
    `${foreign ? `{/* ${translate} */}\n` : ''}${body.replaceAll('{lang}', lang)}`;
  const published = { date: dayOf(now), tags: ['first-steps'] };
  return [
    [
      `essays/hello/${lang}.mdx`,
      documentText({ ...head(essay), ...published, slug: essay.slug }, bodyOf(essay), {
        beside: { ...marked, date, tags: essayTags },
      }),
    ],
    [`pages/about/${lang}.mdx`, documentText({ ...head(page), slug: page.slug }, bodyOf(page), { beside: marked })],
  ];
}

/** The day a moment lies in, in UTC, as front matter says it. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function head({ title, description }: ScaffoldDocument): { title: string; description: string } {
  return { title, description };
}

function inEach(languages: readonly string[], choose: (texts: ScaffoldTexts) => string): Record<string, string> {
  return Object.fromEntries(languages.map((lang) => [lang, choose(scaffoldTexts(lang).texts)]));
}

/** A mark beside each English text that stands for another language. */
function marks(languages: readonly string[], path: string): Record<string, string> {
  const foreign = languages.filter((lang) => scaffoldTexts(lang).foreign);
  return Object.fromEntries(foreign.map((lang) => [`${path}.${lang}`, comments(languages).translate]));
}

/** Comments are for the author, who thinks in the site's first language. */
function comments([first = 'en']: readonly string[]): ScaffoldTexts['about'] {
  return scaffoldTexts(first).texts.about;
}

/** The address's host and the year (RFC 4151), in the characters an identity may have. */
function identityOf(address: string, now: Date): string {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  const plain = host.replace(/[^a-z0-9.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${plain === '' ? 'localhost' : plain},${String(now.getUTCFullYear())}`;
}
