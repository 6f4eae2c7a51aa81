// Before the first paint: scripts run, and this is the theme the reader chose.
document.documentElement.classList.add('js');
try {
  document.documentElement.dataset.theme = localStorage.theme ?? '';
} catch {}
