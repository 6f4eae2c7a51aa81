import { expect, it } from 'vitest';
import { siteStyle } from '../../src/core/site/style.ts';
import { listen, openSampleSite } from './site.ts';

it('the accent of a site counts, though its style sheet comes before that of the project', async () => {
  const site = await openSampleSite();
  try {
    const { tab } = await listen(site, { bypassCSP: true });
    await tab.goto(new URL('en/', site.url).href);
    const [accent, line] = await tab.evaluate((style) => {
      document.querySelector('link[href$="/site.css"]')?.remove();
      const own = document.createElement('style');
      own.textContent = style;
      document.head.prepend(own);
      const values = getComputedStyle(document.documentElement);
      return [values.getPropertyValue('--accent'), values.getPropertyValue('--line')];
    }, siteStyle('#0050a0'));
    expect(accent).toBe('#0050a0');
    expect(line).toContain('#0050a0');
  } finally {
    await site.close();
  }
});
