import { z } from 'zod';
import type { Document } from '../essay/essay.ts';
import { aliasSchema } from '../essay/alias.ts';
import { dateSchema, idsSchema } from '../essay/essay.ts';
import { slugSchema } from '../locale/slug.ts';
import { oneText } from '../locale/text.ts';

/** Front matter of `concepts/<id>/<lang>.mdx`: a short note on one term. */
export const conceptSchema = z.strictObject({
  /** The term. @example Takt time */
  title: oneText,
  /** What the term means, in one sentence. */
  description: oneText,
  /** Last part of this language's address. Without it, the folder's name. @example takttid */
  slug: slugSchema.optional(),
  /** Other words that a reader may look for. @example [takt, beat] */
  synonyms: z.array(oneText).default([]),
  /** Ids from tags.yaml. */
  tags: idsSchema.default([]),
  /** @example 2026-03-14 */
  date: dateSchema.optional(),
  /** @example 2026-05-02 */
  updated: dateSchema.optional(),
  /** Old addresses that lead here. */
  aliases: z.array(aliasSchema).default([]),
  /** A draft is shown by `dev` only. */
  draft: z.boolean().default(false),
});

/** What the front matter of a concept says. */
export type ConceptFront = z.output<typeof conceptSchema>;
/** A concept in one language. */
export type Concept = Document<ConceptFront>;
