document.documentElement.classList.add('js');
try {
  document.documentElement.dataset.theme = localStorage.theme ?? '';
} catch {}
