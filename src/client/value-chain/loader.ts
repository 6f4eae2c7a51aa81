import type { LiveChain } from '../../chain/live.ts';
import touched from '../../styles/chain-touched.css?url';

// Fetches the script of value chains with its styles as soon as one of them comes near, or the address speaks of one.
const load = (): void => {
  watch.disconnect();
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = touched;
  sheet.onload = sheet.onerror = () => void import('./element.ts');
  document.head.append(sheet, ...[...document.querySelectorAll('.live')].flatMap(words));
};
// Words that the page has not come on the way while styles and script do.
const words = ({ textContent }: Element): HTMLLinkElement[] => {
  const { base, prefix, words: own } = JSON.parse(textContent) as LiveChain;
  if (base === undefined || prefix !== '' || own !== undefined) return [];
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = '';
  link.href = `${base}.words.json`;
  return [link];
};
const chains = document.querySelectorAll<HTMLElement>('value-chain');
const watch = new IntersectionObserver(
  (entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) load();
  },
  { rootMargin: '600px' },
);
if (
  location.hash.length > 1 &&
  [...chains].some((chain) => location.hash.slice(1).startsWith(chain.dataset['name'] ?? ' '))
)
  load();
else chains.forEach((chain) => watch.observe(chain));
