/** Runs where markup is taken for markup; the page counts it. */
const script = 'window.__ran=(window.__ran||0)+1';

/**
 * What a thief, or a template that was copied wrongly, puts into a field: markup that breaks out of text and attributes, addresses that
 * run, placeholders of template languages, a turned writing direction, formulas, PDF source, and a word that does not end.
 * @param longest characters that the field takes
 */
export function hostile(longest: number): string {
  const words = [
    `"><img src=x onerror="${script}">`, `'</textarea></title><svg onload=${script}>`, '{{constructor}}${7*7}', '\u202Etxet', '=1+1|cmd', '#eval("x")\\', '😀',
  ].join(' ');
  return `${words.slice(0, longest - 1)}${'W'.repeat(Math.max(0, Math.min(120, longest - words.length)))}`.slice(0, longest);
}

/** Markup for fields that take markup. */
export const hostileHtml = [
  `<p onclick="${script}">Klik</p><script>${script}</script><img src=x onerror="${script}"><svg><script>${script}</script></svg><iframe srcdoc="<script>parent.${script}</script>"></iframe>`,
  `<a href="javascript:${script}">tautan</a><a href=" java&#115;cript:${script}">tautan</a><a href="data:text/html,<script>${script}</script>">data</a><math><mi xlink:href="javascript:${script}">x</mi></math>`,
  `<p style="position:fixed;inset:0;background:url(javascript:${script})">gaya</p><form action="javascript:${script}"><button>kirim</button></form><object data="javascript:${script}"></object><base href="//jahat.example/">`,
  `<p>${'W'.repeat(10_000)}</p><pre>${'W'.repeat(600)}</pre><table><tr><td>${'W'.repeat(300)}</td><td>x</td></tr></table><p>\u202Etxet ${hostile(200).replaceAll('<', '&lt;')}</p>`,
].join('');
