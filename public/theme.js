// Before the first paint: styles learn that scripts run, and which theme the reader chose on an earlier page.
document.documentElement.classList.add('js');
try {
  document.documentElement.dataset.theme = localStorage.theme;
} catch {}
