/** Without texts nothing else can be said, so this one sentence stands in both languages in the code. Built with DOM calls: React may be what did not arrive. */
export function showUnreachable(root: HTMLElement): void {
  const box = document.createElement('div');
  box.className = 'splash text-center';
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = 'Pamong belum terjangkau. Periksa jaringan Anda. · Pamong cannot be reached. Check your network.';
  const again = document.createElement('button');
  again.className = 'mt-4 min-h-11 rounded-control bg-primary px-4 font-semibold text-on-primary';
  again.textContent = 'Muat ulang · Reload';
  again.addEventListener('click', () => window.location.reload());
  const column = document.createElement('div');
  column.append(words, again);
  box.append(column);
  root.replaceChildren(box);
}
