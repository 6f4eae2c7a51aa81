import { z } from 'zod';
import { canonicalLanguage } from './language.ts';

/** A BCP 47 tag; `pt-br` becomes its canonical form `pt-BR`. */
export const languageSchema = z.string().transform((tag, context) => {
  const canonical = canonicalLanguage(tag);
  if (canonical !== undefined) return canonical;
  context.addIssue({
    code: 'custom',
    message: `is “${tag}”, which is no language tag; write one such as en, sv or pt-BR`,
  });
  return z.NEVER;
});

/** A value per language: BCP 47 tag → value. @example { en: tags, pt-BR: etiquetas } */
export function byLanguage<T extends z.ZodType>(value: T): z.ZodRecord<typeof languageSchema, T> {
  return z.record(languageSchema, value);
}
