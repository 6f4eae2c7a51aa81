import { describe, expect, it } from 'vitest';
import { belowBase, routeOf } from '../../src/build/request-path.ts';

describe('what is asked of the development server', () => {
  it.each([
    ['/', '/en/?q=/', '/en/?q=/'],
    ['/blog/', '/blog/', '/'],
    ['/blog/', '/blog/en/a/?q=1#x', '/en/a/?q=1#x'],
    ['/blog/', '/@vite/client', '/@vite/client'],
    ['/blog/', '/blogs/', '/blogs/'],
    ['/l%C3%A4sa/', '/l%C3%A4sa/sv/%C3%A5/', '/sv/%C3%A5/'],
    ['/l%C3%A4sa/', '/läsa/sv/', '/sv/'],
    ['/l%C3%A4sa/', '/l%c3%a4sa/sv/', '/sv/'],
    ['/blog/', '/blog/%zz', '/%25zz'],
  ])('below %s by %s is %s', (base, url, below) => {
    expect(belowBase(base, url)).toBe(below);
  });

  it.each([
    ['/', ''],
    ['/sv/%C3%A5%20b/?q=1', 'sv/å b/'],
    ['/%zz', '%zz'],
    ['/en/a..b/...', 'en/a..b/...'],
    ['/pagefind/../../etc/passwd', undefined],
    ['/pagefind/%2e%2e/%2e%2e/etc/passwd', undefined],
    ['/pagefind/..%2f..%2fetc/passwd', undefined],
    ['/pagefind/..\\..\\etc', undefined],
    ['/en/.', undefined],
    ['/en/%00', undefined],
  ])('%s is the route %j', (url, route) => {
    expect(routeOf(url)).toBe(route);
  });
});
