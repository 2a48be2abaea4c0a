// Runs before the first paint. Keep it tiny, old syntax only: it is served as it is.
(function () {
  var root = document.documentElement;
  var theme = 'system';
  var language = null;
  try {
    theme = localStorage.getItem('pamong.theme') || 'system';
    language = localStorage.getItem('pamong.language');
  } catch (error) {
    // Storage may be closed (private window, strict settings): the system's choice is good enough.
  }
  var dark = theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
  if (dark) document.querySelector('meta[name="theme-color"]').setAttribute('content', '#161512');
  if (language === 'en') root.lang = 'en';
})();
