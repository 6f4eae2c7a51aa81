// Fetches the script of value chains as soon as one of them comes near, or the address speaks of one.
const load = (): unknown => import('./element.ts');
const chains = document.querySelectorAll<HTMLElement>('value-chain');
const watch = new IntersectionObserver(
  (entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) {
      watch.disconnect();
      load();
    }
  },
  { rootMargin: '600px' },
);
chains.forEach((chain) => watch.observe(chain));
if (
  location.hash.length > 1 &&
  [...chains].some((chain) => location.hash.slice(1).startsWith(chain.dataset['name'] ?? ' '))
)
  load();
