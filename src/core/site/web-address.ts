import { z } from 'zod';

/** An absolute address on the web: `http` or `https`, never a script. @example https://example.org/ */
export const webAddressSchema = z.url({
  protocol: /^https?$/,
  error: 'must be an absolute address that begins with https:// or http://',
});
