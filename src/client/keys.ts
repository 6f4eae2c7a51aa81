/** Leads to the search, or into its field, with `/` and with Ctrl-K or Command-K. A slash in a field is a slash. */
export function offerSearch(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const command = event.ctrlKey || event.metaKey;
    const typing = (target as Element).closest('input,textarea,select,[contenteditable]');
    if (command ? key !== 'k' : key !== '/' || typing) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('search input');
    if (field) field.select();
    else document.querySelector<HTMLElement>('a[rel=search]')?.click();
  });
}
