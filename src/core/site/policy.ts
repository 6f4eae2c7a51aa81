const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
] as const;

/**
 * The Content-Security-Policy of every page, for `<meta http-equiv>`: everything comes from the site itself,
 * nothing is inline. WebAssembly is what the search index runs on.
 */
export const contentSecurityPolicy: string = directives.join('; ');

/** The same policy as an HTTP header, which may also say that no other site frames a page. */
export const contentSecurityPolicyHeader: string = `${contentSecurityPolicy}; frame-ancestors 'none'`;
