import { z } from 'zod';

/**
 * An old address on the site, decoded, that leads to a document's new one.
 * @example /2013/04/look-up.html
 */
export const aliasSchema = z
  .string()
  .regex(/^\//, 'must begin with /, as in /2013/04/look-up.html')
  .transform((alias) => decoded(alias).normalize('NFC'))
  .refine((alias) => !/[?#*\\]|\p{Cc}/u.test(alias), {
    error: 'must be a plain path, without ?, #, *, \\ and control characters',
  })
  .refine((alias) => !/\/(?:\.{0,2})(?=\/)|\/\.{1,2}$/.test(alias), { error: 'must not have empty parts, . or ..' });

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
