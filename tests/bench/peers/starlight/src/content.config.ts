import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const own = z.object({ date: z.coerce.date(), tags: z.array(z.string()), author: z.string() });
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: own }) }) };
