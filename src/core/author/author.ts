import { z } from 'zod';
import { idSchema } from '../locale/slug.ts';
import { localTextSchema } from '../locale/text.ts';
import { webAddressSchema } from '../site/web-address.ts';

/** One author: a person or an organisation. */
export const authorSchema = z.strictObject({
  /** @example organisation */
  kind: z.enum(['person', 'organisation']).default('person'),
  /** @example { en: Throughline, sv: Throughlines redaktion } */
  name: localTextSchema,
  /** A sentence or two on the author's page. */
  bio: localTextSchema.optional(),
  /** The author's own site. @example https://example.org/ */
  url: webAddressSchema.optional(),
  /** The author of essays that name none. One at most. */
  default: z.boolean().optional(),
});

/** `authors.yaml`: everybody who may sign an essay. */
export const authorsSchema = z.strictObject({
  /** Version of this file's format. @example authors/1 */
  schema: z.literal('authors/1'),
  /** Id → author. */
  authors: z.record(idSchema, authorSchema),
});

/** An author with their id. */
export interface Author extends z.output<typeof authorSchema> {
  readonly id: string;
}
