import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, openSampleSite, type OpenSite } from './site.ts';

// How fast a figure answers depends on the machine; that it answers before it works does not. `bench page` times it.

let site: OpenSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
});

async function open(): Promise<Tab> {
  const { tab } = await listen(site);
  await tab.goto(new URL('en/chains/acme-stamping/', site.url).href);
  await tab.locator('value-chain').scrollIntoViewIfNeeded();
  await tab.waitForSelector('value-chain[data-ready]');
  return tab;
}

/** Opens a figure whose slider has been moved before, so that what computes is there. */
async function openComputed(): Promise<Tab> {
  const tab = await open();
  await tab.locator('.control [type=range]').first().fill('55');
  await tab.locator('value-chain figure[aria-busy]').waitFor({ state: 'detached' });
  await tab.waitForFunction(() => document.querySelector('.said')?.textContent !== '');
  return tab;
}

describe('a slider’s step', () => {
  it('is answered by its own control; drawing, numbers and outline follow in pieces once that is painted', async () => {
    const tab = await openComputed();
    const seen = await tab.evaluate(async () => {
      const figure = document.querySelector('value-chain figure') as HTMLElement;
      const field = figure.querySelector('.control [type=range]') as HTMLInputElement;
      const order: string[] = [];
      const placeOf = ({ target }: MutationRecord): string | undefined =>
        ['.what-if', 'svg', '.strip', '.outline', '.tables', '.said'].find((place) =>
          (target instanceof Element ? target : target.parentElement)?.closest(place),
        );
      const note = (records: MutationRecord[]): void => {
        order.push([...new Set(records.map(placeOf))].filter(Boolean).join(' '));
      };
      const watch = new MutationObserver(note);
      watch.observe(figure, { subtree: true, childList: true, characterData: true, attributes: true });
      requestAnimationFrame(() => order.push('frame'));
      field.value = '50';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      note(watch.takeRecords());
      const said = figure.querySelector('.said') as HTMLElement;
      await new Promise<void>((done) => new MutationObserver(() => done()).observe(said, { childList: true }));
      return order.filter((one) => one !== '');
    });
    expect(seen.slice(0, 4)).toEqual(['.what-if', 'frame', 'svg .strip', '.outline']);
    expect(seen.slice(4)).toEqual(['svg', '.strip .tables', '.said']);
  });

  it('that comes while numbers are on their way is taken together with the one before', async () => {
    const tab = await openComputed();
    const written = await tab.evaluate(async () => {
      const figure = document.querySelector('value-chain figure') as HTMLElement;
      const field = figure.querySelector('.control [type=range]') as HTMLInputElement;
      const said = figure.querySelector('svg.wide a[data-activity="assembly-1"] .v');
      const texts: (string | null | undefined)[] = [];
      const watch = new MutationObserver(() => texts.push(said?.textContent));
      if (said !== null) watch.observe(said, { subtree: true, childList: true, characterData: true });
      for (const value of ['50', '51', '52', '53', '54']) {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const isBusy = figure.ariaBusy;
      await new Promise<void>((done) => {
        new MutationObserver(() => {
          if (figure.ariaBusy === null) done();
        }).observe(figure, { attributeFilter: ['aria-busy'] });
      });
      return { isBusy, texts };
    });
    expect(written).toEqual({ isBusy: 'true', texts: ['54\u00a0s'] });
  });
});

describe('to select while numbers are on their way', () => {
  it('leaves both said in the end', async () => {
    const tab = await openComputed();
    const found = (): Promise<string | null> => tab.locator('value-chain figcaption > p').first().textContent();
    const before = await found();
    await tab.evaluate(() => {
      const field = document.querySelector('.control [type=range]') as HTMLInputElement;
      field.value = '70';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const link = document.querySelector('value-chain svg.wide a[data-activity="assembly-1"]');
      link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    });
    await tab.waitForFunction(() => /70\s*s/u.test(document.querySelector('.picked')?.textContent ?? ''));
    expect(await found()).not.toBe(before);
  });
});

describe('to select an activity', () => {
  it('changes at once what is drawn otherwise and nothing else; words follow once that is painted', async () => {
    const tab = await open();
    await tab.locator('value-chain svg.wide a[data-activity="weld-1"] .box').click();
    await tab.waitForFunction(() => document.querySelector('.picked')?.textContent !== '');
    const { changed, unchanged, before } = await tab.evaluate(() => {
      const figure = document.querySelector('value-chain') as HTMLElement;
      const watch = new MutationObserver(() => undefined);
      const attributes = { attributes: true, attributeOldValue: true };
      watch.observe(figure, { subtree: true, childList: true, characterData: true, ...attributes });
      const link = figure.querySelector('svg.wide a[data-activity="weld-2"]');
      const before = figure.querySelector('.picked')?.textContent;
      link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
      const records = watch.takeRecords();
      const tell = ({ target, attributeName }: MutationRecord): string =>
        `${(target as SVGElement).dataset['activity'] ?? target.nodeName} ${attributeName ?? 'content'}`;
      const isSame = ({ target, attributeName, oldValue }: MutationRecord): boolean =>
        attributeName !== null && (target as Element).getAttribute(attributeName) === oldValue;
      return {
        changed: [...new Set(records.map(tell))].sort(),
        unchanged: records.filter(isSame).map(tell),
        before: before === figure.querySelector('.picked')?.textContent,
      };
    });
    expect(changed).toEqual(
      ['weld-1', 'weld-2'].flatMap((id) => ['aria-current', 'class', 'tabindex'].map((name) => `${id} ${name}`)),
    );
    expect(unchanged).toEqual([]);
    expect(before).toBe(true);
    await tab.waitForFunction(() => document.querySelector('.picked')?.textContent.includes('Spot weld 2'));
  });

  it('asks nothing of what lies within a figure, which a browser would weigh at every change', async () => {
    const tab = await open();
    const asking = await tab.evaluate(() => {
      const rulesOf = (rule: CSSRule): CSSRule[] =>
        rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches
          ? []
          : [rule, ...('cssRules' in rule ? [...(rule.cssRules as CSSRuleList)].flatMap(rulesOf) : [])];
      const figure = document.querySelector('value-chain figure') as HTMLElement;
      return [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules].flatMap(rulesOf))
        .flatMap((rule) => (rule instanceof CSSStyleRule ? rule.selectorText.split(/,\s*(?![^(]*\))/u) : []))
        .filter((selector) => {
          const [asked = ''] = selector.split(':has(');
          return asked !== selector && figure.closest(asked.replace(/^.*\s|:not\(.*?\)/gu, '') || '*') !== null;
        });
    });
    expect(asking).toEqual([]);
  });
});

describe('to choose another scenario', () => {
  it('shows the choice at once, and the drawing when it has come', async () => {
    const tab = await open();
    let send = (): void => undefined;
    const held = new Promise<void>((done) => (send = done));
    await tab.route('**/*.stream.future.json', async (route) => {
      await held;
      await route.continue();
    });
    const future = tab.getByRole('button', { name: 'Future' });
    await future.click();
    expect(await future.getAttribute('aria-pressed')).toBe('true');
    const figure = tab.locator('value-chain figure.chain');
    expect(await figure.getAttribute('aria-busy')).toBe('true');
    expect(await figure.getAttribute('data-scenario')).toBe('today');
    send();
    await tab.waitForSelector('figure.chain[data-scenario=future]:not([aria-busy])');
  });

  it('takes the choice back when the drawing does not come', async () => {
    const tab = await open();
    await tab.route('**/*.stream.future.json', (route) => route.abort());
    await tab.getByRole('button', { name: 'Future' }).click();
    await tab.waitForFunction(() => document.querySelector('.chain-bar .notice')?.textContent !== '');
    expect(await tab.getByRole('button', { name: 'Today' }).getAttribute('aria-pressed')).toBe('true');
    expect(await tab.locator('value-chain figure[aria-busy]').count()).toBe(0);
  });
});

describe('to open what is closed', () => {
  it('finds it laid out, since a reader has aimed at it before', async () => {
    const tab = await open();
    await tab.locator('.more').evaluate((part: HTMLElement) => {
      const last = part.lastElementChild as HTMLElement;
      last.getBoundingClientRect = () => {
        document.body.dataset['laid'] = 'more';
        return new DOMRect();
      };
    });
    await tab.locator('.more > summary').hover();
    await tab.waitForSelector('body[data-laid=more]');
  });
});
