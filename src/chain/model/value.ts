import { z } from 'zod';
import { invisible } from '../../core/locale/invisible.ts';
import { kindExamples, outOfRange } from '../engine/field.ts';
import type { Kind, Quantity } from '../engine/quantity.ts';
import { fits, parseQuantity } from '../engine/quantity.ts';
import type { Text } from '../text.ts';
import { anyLanguage } from '../text.ts';

/** A name that is the same in every language: small letters, digits and hyphens, a letter first. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, {
  error: 'An id is made of small letters a–z, digits and single hyphens, and starts with a letter, such as "weld-2".',
});

const words = z
  .string()
  .min(1, { error: 'The text is empty.' })
  .max(2000, { error: 'The text is longer than 2000 characters.' })
  .refine((text) => text.search(invisible) < 0, { error: 'The text contains a control character.' });

/** A text per language (`{ en: Sales, sv: Försäljning }`), or one string that is the same in all of them. */
export const textSchema = z
  .union([
    words,
    z
      .record(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u), words)
      .refine((text) => Object.keys(text).length > 0, { error: 'The text has no language.' }),
  ])
  .transform((text): Text => (typeof text === 'string' ? { [anyLanguage]: text } : text));

/**
 * A quantity of one kind, with its unit: `"46 s"`, `"85 %"`, `"920 pcs/d"`.
 * `path` is the field's path in `fieldKinds`; it decides the range.
 */
export function quantitySchema(kind: Kind, path = ''): z.ZodType<Quantity, string | number> {
  return z.union([z.string(), z.number()]).transform((written, context) => {
    const quantity = parseQuantity(written);
    if (quantity === undefined || !fits(quantity, kind)) {
      context.addIssue({ code: 'custom', message: `${show(written)} is not ${kindExamples[kind]}.`, params: { kind } });
      return z.NEVER;
    }
    const fault = outOfRange(path, quantity);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: `${show(written)} ${fault}.` });
    return quantity;
  });
}

/** A bare number in the range of its field. */
export function numberSchema(path: string): z.ZodType<number, number> {
  return z.number().superRefine((value, context) => {
    const fault = outOfRange(path, { value, unit: '' });
    if (fault !== undefined) context.addIssue({ code: 'custom', message: `${value} ${fault}.` });
  });
}

function show(written: string | number): string {
  return typeof written === 'number' ? String(written) : `"${written.slice(0, 60)}"`;
}
