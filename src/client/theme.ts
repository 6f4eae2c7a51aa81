/** Lets the reader change between light and dark; the choice is kept where storage is allowed. */
export function offerThemes(): void {
  const { dataset } = document.documentElement;
  document.querySelector('.theme')?.addEventListener('click', () => {
    const dark = matchMedia('(prefers-color-scheme:dark)').matches;
    const theme = (dataset['theme'] || (dark && 'dark')) === 'dark' ? 'light' : 'dark';
    dataset['theme'] = theme;
    try {
      localStorage['theme'] = theme;
    } catch {
      // The choice then lasts as long as the page.
    }
  });
}
