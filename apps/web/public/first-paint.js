// Runs before the first paint. Keep it tiny: it is served as it is.
(function () {
  const root = document.documentElement;
  let theme = 'system';
  let language = null;
  try {
    theme = localStorage.getItem('pamong.theme') || 'system';
    language = localStorage.getItem('pamong.language');
  } catch {
    // Storage may be closed (private window, strict settings): the system's choice is good enough.
  }
  const dark = theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
  if (dark) document.querySelector('meta[name="theme-color"]').setAttribute('content', '#161512');
  if (language === 'en') root.lang = 'en';
})();
