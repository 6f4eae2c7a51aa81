import { z } from 'zod';
import { byLanguage } from '../locale/by-language.ts';
import { idSchema, slugSchema } from '../locale/slug.ts';
import { localTextSchema } from '../locale/text.ts';

/** One series of essays. Essays name it in their own front matter. */
export const seriesSchema = z.strictObject({
  /** @example { en: The work behind the work } */
  title: localTextSchema,
  /** Its word in addresses, where it is not the title's. */
  slug: byLanguage(slugSchema).optional(),
  /** What the series is about, in a sentence. */
  description: localTextSchema.optional(),
  /** Parts that are not written yet. @example [{ part: 4, title: { en: The last mile } }] */
  planned: z
    .array(z.strictObject({ part: z.int().positive(), title: localTextSchema }))
    .superRefine((parts, context) => {
      const twice = parts.find(({ part }, index) => parts.findIndex((one) => one.part === part) !== index);
      if (twice !== undefined) context.addIssue({ code: 'custom', message: `has part ${String(twice.part)} twice` });
    })
    .default([]),
});

/** `series.yaml`: every series an essay may be a part of. */
export const seriesFileSchema = z.strictObject({
  /** Version of this file's format. @example series/1 */
  schema: z.literal('series/1'),
  /** Id → series. */
  series: z.record(idSchema, seriesSchema),
});

/** A series with its id. */
export interface Series extends z.output<typeof seriesSchema> {
  readonly id: string;
}
