// Every page: the light, and the keys that lead to the search.
const root = document.documentElement;

document.querySelector('.theme')?.addEventListener('click', () => {
  const dark = root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const theme = dark === 'dark' ? 'light' : 'dark';
  root.dataset['theme'] = theme;
  try {
    localStorage.setItem('throughline-theme', theme);
  } catch {
    // Storage may be forbidden; the theme then lasts as long as the page.
  }
});

/** True while the reader types into something: keys then belong to the text. */
function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  const shortcut = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
  const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !typing(event.target);
  if (!shortcut && !slash) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>('[data-search] input');
  if (field === null) document.querySelector<HTMLAnchorElement>('a[rel=search]')?.click();
  else field.select();
});
