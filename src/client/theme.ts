/** Lets the reader change between light and dark; the choice is kept where storage is allowed. */
export function offerThemes(): void {
  const { dataset } = document.documentElement;
  document.querySelector('.theme')?.addEventListener('click', () => {
    const system = matchMedia('(prefers-color-scheme:dark)').matches ? 'dark' : 'light';
    dataset['theme'] = (dataset['theme'] || system) === 'dark' ? 'light' : 'dark';
    try {
      localStorage['theme'] = dataset['theme'];
    } catch {
      // The choice then lasts as long as the page.
    }
  });
}
