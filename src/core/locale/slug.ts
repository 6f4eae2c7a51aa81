import { z } from 'zod';

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** True for an id: lower-case ASCII letters and digits with single hyphens between. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** An id of an essay, a tag, an author, a chain: stable and free of language. */
export const idSchema = z
  .string()
  .regex(idPattern, 'must be an id: lower-case letters a–z, digits and single hyphens, such as value-creation');

/** One segment of an address: letters and digits of any script, hyphens or underscores between. No dots, slashes or spaces. */
export const slugSchema = z
  .string()
  .transform((slug) => slug.normalize('NFC'))
  .refine((slug) => /^[\p{L}\p{N}\p{M}]+(?:[-_][\p{L}\p{N}\p{M}]+)*$/u.test(slug) && slug === slug.toLowerCase(), {
    error: 'must be one part of an address: lower-case letters and digits with hyphens between, such as look-up',
  });

/**
 * A slug made from any text; `fallback` where nothing of it can stand in an address.
 * @example slugOf('Kundens flaskhals!', 'x') → 'kundens-flaskhals'
 */
export function slugOf(text: string, fallback: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'ʼ]/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}
