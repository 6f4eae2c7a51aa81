// Runs before the first paint: takes the theme the reader chose earlier, and tells the styles that scripts run.
(function (root) {
  root.classList.add('js');
  try {
    var theme = localStorage.getItem('throughline-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (_) {
    // Storage may be forbidden; the system's theme stays.
  }
})(document.documentElement);
