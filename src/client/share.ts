/** Copies the page's address, or hands it to the system's share sheet where there is one. */
export function offerSharing(): void {
  const [copy, sheet] = document.querySelectorAll<HTMLElement>('.share button');
  if (!copy || !sheet) return;
  const { url = '', done = '' } = copy.dataset;
  copy.onclick = () => navigator.clipboard.writeText(url).then(() => (copy.textContent = done));
  sheet.hidden = !('share' in navigator);
  // A reader who closes the sheet again makes it fail, and that is all right.
  sheet.onclick = () => navigator.share({ title: document.title, url }).catch(() => undefined);
}
