/** Leads to the search, or into its field, with `/` and with Ctrl-K or Command-K. A slash in a field is a slash. */
export function offerSearch(): void {
  document.addEventListener('keydown', (event) => {
    const { key } = event;
    if (isCommand(event) ? key !== 'k' : key !== '/' || (event.target as Element).matches(':read-write')) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('search input');
    const link = document.querySelector<HTMLElement>('a[rel=search]');
    if (field) field.select();
    else if (link) {
      link.click();
      keepTyped();
    }
  });
}

/** Keeps what is typed while the page of the search is on its way: there, `search-typed.ts` has it, where storage is allowed. */
function keepTyped(): void {
  let typed = '';
  const keep = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') typed = '';
    else if (event.key.length === 1 && !isCommand(event)) typed += event.key;
    else return;
    try {
      sessionStorage['typed'] = typed;
    } catch {
      // Then the first letters are lost.
    }
  };
  addEventListener('keydown', keep);
  addEventListener('pagehide', () => removeEventListener('keydown', keep), { once: true });
}

function isCommand({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}
