import { describe, expect, test } from 'vitest';
import { feedFormat, feedsByTitle } from '../../src/components/feeds.ts';
import type { FeedLink } from '../../src/core/library/page.ts';

const feed = (title: string, type: string, lang?: string): FeedLink => ({
  title,
  type,
  href: `/${type}`,
  ...(lang !== undefined && { lang }),
});

describe('feeds in a list', () => {
  test('stand under their title once, formats in the order given', () => {
    const rss = feed('All', 'application/rss+xml');
    const lean = feed('Lean', 'application/rss+xml');
    const atom = feed('All', 'application/atom+xml');
    expect(feedsByTitle([rss, lean, atom])).toEqual([
      { title: 'All', lang: undefined, formats: [rss, atom] },
      { title: 'Lean', lang: undefined, formats: [lean] },
    ]);
  });

  test('keep the language that their title is in', () => {
    expect(feedsByTitle([feed('Allt', 'application/rss+xml', 'sv')])[0]?.lang).toBe('sv');
  });

  test.each([
    ['application/rss+xml', 'RSS'],
    ['application/atom+xml', 'Atom'],
    ['application/feed+json', 'JSON'],
    ['text/x-opml', 'OPML'],
    ['text/x-new', 'text/x-new'],
  ])('%s is called %s', (type, name) => {
    expect(feedFormat(feed('All', type))).toBe(name);
  });
});
