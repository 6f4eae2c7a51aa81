/** Leads to the search, or into its field, with `/` and with Ctrl-K or Command-K. A slash in a field is a slash. */
export function offerSearch(): void {
  document.addEventListener('keydown', (event) => {
    const { key } = event;
    const command = event.ctrlKey || event.metaKey;
    if (command ? key !== 'k' : key !== '/' || (event.target as Element).matches(':read-write')) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('search input');
    if (field) field.select();
    else document.querySelector<HTMLElement>('a[rel=search]')?.click();
  });
}
