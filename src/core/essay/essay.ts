import { z } from 'zod';
import { slugSchema } from '../locale/slug.ts';
import { oneText } from '../locale/text.ts';
import { aliasSchema } from './alias.ts';
import type { Lane, Outline } from './outline.ts';

/** A calendar date or a time with its zone; a date alone means 00:00 UTC. */
export const dateSchema = z
  .union([z.string(), z.date()], { error: 'must be a date such as 2026-03-14' })
  .transform((value, context) => {
    const date = typeof value === 'string' ? parseDate(value) : value;
    if (date !== undefined) return date;
    const message = `is “${String(value)}”, which is no date of the calendar; write it as 2026-03-14 or 2026-03-14T09:00:00Z`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** Ids from a registry, each once. */
export const idsSchema = z.array(z.string()).superRefine((ids, context) => {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) context.addIssue({ code: 'custom', message: `names “${twice}” twice` });
});

/** Front matter of `essays/<id>/<lang>.mdx`. */
export const essaySchema = z
  .strictObject({
    /** @example Look up */
    title: oneText,
    /** One or two sentences for lists, search results and previews. */
    description: oneText,
    /** Day of publication. @example 2026-03-14 */
    date: dateSchema,
    /** Day of the last change worth telling readers about. @example 2026-05-02 */
    updated: dateSchema.optional(),
    /** Ids from tags.yaml. @example [production, lean] */
    tags: idsSchema.default([]),
    /** Ids from authors.yaml. Without it, the default author. @example [throughline] */
    authors: idsSchema.optional(),
    /** Last part of this language's address. Without it, the folder's name. @example lyft-blicken */
    slug: slugSchema.optional(),
    /** A draft is shown by `dev` only. @example true */
    draft: z.boolean().default(false),
    /** Not before this time; until then the essay is treated as a draft. @example 2027-01-01T06:00:00Z */
    publish: dateSchema.optional(),
    /** @example { id: the-work-behind-the-work, part: 1 } */
    series: z.strictObject({ id: z.string(), part: z.int().positive() }).optional(),
    /** The id that feed readers know this essay by, where it comes from another system. @example https://old.example/?p=17 */
    guid: oneText.optional(),
    /** Old addresses that lead here. @example [/2013/04/look-up.html] */
    aliases: z.array(aliasSchema).default([]),
    /** An image at the top. @example { src: ants.jpg, alt: Ants walking in a circle } */
    cover: z
      .strictObject({ src: z.string().min(1), alt: z.string().min(1, 'must say what the image shows') })
      .optional(),
  })
  .superRefine((essay, context) => {
    if (essay.updated !== undefined && essay.updated < essay.date) {
      context.addIssue({ code: 'custom', path: ['updated'], message: 'must not be before date' });
    }
  });

/** Front matter of `pages/<id>/<lang>.mdx`. */
export const pageSchema = z.strictObject({
  /** @example About */
  title: oneText,
  /** One sentence for search results and previews. */
  description: oneText,
  /** Last part of this language's address. Without it, the folder's name. */
  slug: slugSchema.optional(),
  /** @example 2026-05-02 */
  updated: dateSchema.optional(),
  /** Old addresses that lead here. */
  aliases: z.array(aliasSchema).default([]),
  /** A draft is shown by `dev` only. */
  draft: z.boolean().default(false),
});

/** Kinds of documents a content folder holds. Each has a folder named after it. */
export type DocumentKind = 'essay' | 'concept' | 'page';

/** True for a word that names a kind of documents. */
export function isDocumentKind(word: string): word is DocumentKind {
  return word === 'essay' || word === 'concept' || word === 'page';
}

/** One MDX file, read: what its front matter says and what its text is made of. */
export interface Document<Front> {
  readonly kind: DocumentKind;
  /** Name of the folder, the same in every language. */
  readonly id: string;
  readonly lang: string;
  /** Path relative to the content folder. */
  readonly file: string;
  readonly front: Front;
  /** Line of a front-matter key, for problems found later. */
  readonly lines: Readonly<Record<string, number>>;
  readonly lane: Lane;
  readonly outline: Outline;
  /** Digest of the file's bytes and of the pipeline that read it. */
  readonly digest: string;
  /** HTML with slots; `undefined` in the full lane. */
  readonly fragment: string | undefined;
}

/** What the front matter of an essay says. */
export type EssayFront = z.output<typeof essaySchema>;
/** What the front matter of a page says. */
export type PageFront = z.output<typeof pageSchema>;
/** An essay in one language. */
export type Essay = Document<EssayFront>;
/** A page in one language. */
export type SitePage = Document<PageFront>;

/** The time a text names, or `undefined` when it is no time of the calendar: 2026-02-30 is none. */
export function parseDate(text: string): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const day = new Date(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.getUTCDate() !== Number(match[3])) return undefined;
  const time = text.trim().length > 10 ? new Date(text.trim().replace(' ', 'T')) : day;
  return Number.isNaN(time.getTime()) ? undefined : time;
}
