import { contentSecurityPolicyHeader } from './policy.ts';

/** A `_headers` file, as Netlify and Cloudflare Pages read it: the policy, hardening, and long life for files named by their content. */
export function headersText(base: string): string {
  return [
    `${base}*`,
    `  Content-Security-Policy: ${contentSecurityPolicyHeader}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    `${base}_astro/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    `${base}images/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}
