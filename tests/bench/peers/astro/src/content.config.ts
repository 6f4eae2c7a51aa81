import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const essays = defineCollection({
  loader: glob({ pattern: '*/*.mdx', base: './content/essays', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    date: z.coerce.date(),
    tags: z.array(z.string()),
    author: z.string(),
  }),
});
export const collections = { essays };
