import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, contentSecurityPolicyHeader } from '../../../src/core/site/policy.ts';

describe('the policy of every page', () => {
  test('runs and styles nothing that stands inside a page', () => {
    expect(contentSecurityPolicy).not.toContain('unsafe-inline');
    expect(contentSecurityPolicy).not.toMatch(/'unsafe-eval'/);
  });

  test('allows nothing that it does not name, and nobody else', () => {
    expect(contentSecurityPolicy.startsWith("default-src 'none'")).toBe(true);
    expect(contentSecurityPolicy).not.toMatch(/https?:|\*/);
  });

  test('lets the search index run', () => {
    expect(contentSecurityPolicy).toMatch(/script-src [^;]*'wasm-unsafe-eval'/);
    expect(contentSecurityPolicy).toContain("worker-src 'self'");
  });

  test('forbids framing only where browsers read it: in the header', () => {
    expect(contentSecurityPolicy).not.toContain('frame-ancestors');
    expect(contentSecurityPolicyHeader).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  });
});
