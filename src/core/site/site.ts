import { z } from 'zod';
import { byLanguage, languageSchema } from '../locale/by-language.ts';
import { slugSchema } from '../locale/slug.ts';
import { localTextSchema } from '../locale/text.ts';
import { webAddressSchema } from './web-address.ts';

/** Kinds of pages that a navigation may name by a word. */
export const navigationWords = [
  'archive',
  'tags',
  'series',
  'concepts',
  'chains',
  'authors',
  'search',
  'subscribe',
] as const;

/** The address of the finished site: absolute, `http` or `https`, with a path or without, ending in `/`. */
const addressSchema = z
  .url({
    protocol: /^https?$/,
    error: 'must be the absolute address of the site, such as https://example.org/blog/',
    abort: true,
  })
  .refine((address) => !/[?#]/.test(address), { error: 'must not contain ? or #' })
  .refine(hasReadablePath, { error: 'has a path that cannot be decoded; write it in UTF-8' })
  .transform((address) => new URL(address.endsWith('/') ? address : `${address}/`).href);

/** `site.yaml`: what the site is called, where it lives and which languages it speaks. */
export const siteSchema = z
  .strictObject({
    /** Version of this file's format. @example site/1 */
    schema: z.literal('site/1'),
    /** Name of the site. @example Throughline, or { en: …, sv: … } */
    title: localTextSchema,
    /** One sentence that says what the site is; home shows it large. @example { en: Essays on how work turns into worth } */
    description: localTextSchema,
    /** A second line below it. */
    tagline: localTextSchema.optional(),
    /** Where the site will be found. May have a path. @example https://example.org/blog/ */
    address: addressSchema,
    /** Languages of the site, in the order of the switcher. @example [en, sv, fr] */
    languages: z.array(languageSchema).min(1, 'must name at least one language'),
    /** Language of `/`. Without it, the first of `languages`. @example en */
    defaultLanguage: languageSchema.optional(),
    /** Accent colour as six hexadecimal digits. @example "#b93a0e" */
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as "#b93a0e"')
      .optional(),
    /** Licence of the texts. @example { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ } */
    licence: z.strictObject({ name: localTextSchema, url: webAddressSchema.optional() }).optional(),
    /** Address for "reply by e-mail". @example editor@example.org */
    reply: z.email('must be an e-mail address').optional(),
    /**
     * Authority of the permanent ids in feeds (RFC 4151): a domain or address you owned, and a year in which you did.
     * Never change it, even when the site moves. @example example.org,2019
     */
    identity: z
      .string()
      .regex(/^[a-z0-9.@-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be a domain and a year, such as example.org,2019')
      .default('throughline.invalid,2026'),
    /** What home shows beside the newest essays. @example { chain: value-creation } */
    home: z.strictObject({ chain: z.string().optional() }).optional(),
    /** Main navigation: kinds of pages, or pages of the folder. @example [archive, tags, { page: about }] */
    navigation: z
      .array(
        z.union([z.enum(navigationWords), z.strictObject({ page: z.string() })], {
          error: `must be one of ${navigationWords.join(', ')}, or a page such as { page: about }`,
        }),
      )
      .default(['archive', 'concepts', 'tags']),
    /** Words in addresses that differ from the language's own. @example { en: { tags: topics } } */
    urls: byLanguage(z.partialRecord(z.enum([...navigationWords, 'page']), slugSchema)).optional(),
    /** Upper limits that `check` holds, in bytes. */
    budgets: z.strictObject({ page: z.int().positive().optional() }).optional(),
  })
  .superRefine((site, context) => {
    const twice = site.languages.find((lang, index) => site.languages.indexOf(lang) !== index);
    if (twice !== undefined) {
      context.addIssue({ code: 'custom', path: ['languages'], message: `names “${twice}” twice` });
    }
    if (site.defaultLanguage !== undefined && !site.languages.includes(site.defaultLanguage)) {
      const message = `is “${site.defaultLanguage}”, which is not among languages: ${site.languages.join(', ')}`;
      context.addIssue({ code: 'custom', path: ['defaultLanguage'], message });
    }
  })
  .transform((site) => ({ ...site, defaultLanguage: site.defaultLanguage ?? site.languages[0] ?? 'en' }));

function hasReadablePath(address: string): boolean {
  try {
    return decodeURI(new URL(address).pathname) !== '';
  } catch {
    return false;
  }
}

/** What an author writes in `site.yaml`. */
export type SiteInput = z.input<typeof siteSchema>;
/** A site as the code uses it: the address ends in `/`, the default language is set, language tags are canonical. */
export type Site = z.output<typeof siteSchema>;
/** A kind of page that has a word in addresses. */
export type NavigationWord = (typeof navigationWords)[number];
