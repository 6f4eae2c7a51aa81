import { z } from 'zod';
import { byLanguage } from '../locale/by-language.ts';
import { idSchema, slugSchema } from '../locale/slug.ts';
import { localTextSchema, oneText } from '../locale/text.ts';

/** One tag of the registry. */
export const tagSchema = z.strictObject({
  /** Name of the tag. @example { en: value creation, sv: värdeskapande } */
  label: localTextSchema,
  /** Its word in addresses, where it is not the label's. @example { fr: creation-de-valeur } */
  slug: byLanguage(slugSchema).optional(),
  /** Other words for the same thing; their addresses redirect here. @example { sv: [digitalisering] } */
  synonyms: byLanguage(z.array(oneText)).optional(),
  /** Id of the wider tag, whose page also lists these essays. @example customer-experience */
  parent: idSchema.optional(),
  /** A sentence on the tag's page. */
  description: localTextSchema.optional(),
});

/** `tags.yaml`: every tag an essay may use. */
export const tagsSchema = z.strictObject({
  /** Version of this file's format. @example tags/1 */
  schema: z.literal('tags/1'),
  /** Id → tag. */
  tags: z.record(idSchema, tagSchema),
});

/** A tag with its id. */
export interface Tag extends z.output<typeof tagSchema> {
  readonly id: string;
}
