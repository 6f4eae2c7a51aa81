// An essay: passing it on, its notes beside the text, and where in it the reader is.
import { followReader } from './contents.ts';
import { placeNotes } from './notes.ts';

const copy = document.querySelector<HTMLElement>('[data-copy]');
const status = document.querySelector('.share [role=status]');
const sheet = document.querySelector<HTMLElement>('[data-share]');

copy?.addEventListener('click', () => {
  void navigator.clipboard.writeText(copy.dataset['copy'] ?? '').then(() => {
    const done = copy.dataset['done'] ?? '';
    const label = copy.textContent;
    copy.textContent = done;
    if (status) status.textContent = done;
    setTimeout(() => {
      copy.textContent = label;
      if (status) status.textContent = '';
    }, 2500);
  });
});

if (sheet && 'share' in navigator) {
  sheet.hidden = false;
  sheet.addEventListener('click', () => {
    // A reader who closes the sheet again is no error.
    navigator.share({ title: document.title, url: sheet.dataset['share'] ?? '' }).catch(() => undefined);
  });
}

placeNotes();
followReader();
