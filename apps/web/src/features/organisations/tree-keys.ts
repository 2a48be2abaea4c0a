import type { KeyboardEvent } from 'react';

const lineOf = (item: Element | null | undefined) => item?.querySelector<HTMLElement>(':scope > div a') ?? null;

/** Arrows as in any tree: up and down by line, right opens a branch or goes in, left closes it or goes out, Home and End to the ends. */
export function moveInTree(event: KeyboardEvent<HTMLElement>): void {
  const item = (event.target as HTMLElement).closest('li');
  if (item === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('li > div a')];
  const at = lines.indexOf(lineOf(item) as HTMLElement);
  const toggle = item.querySelector<HTMLButtonElement>(':scope > div button[aria-expanded]');
  const open = toggle?.getAttribute('aria-expanded') === 'true';
  const go = (line: HTMLElement | null | undefined) => {
    line?.focus();
  };
  const moves: Record<string, () => void> = {
    ArrowDown: () => go(lines[at + 1]),
    ArrowUp: () => go(lines[at - 1]),
    ArrowRight: () => (toggle && !open ? toggle.click() : open && go(lineOf(item.querySelector('ul > li')))),
    ArrowLeft: () => (toggle && open ? toggle.click() : go(lineOf(item.parentElement?.closest('li')))),
    Home: () => go(lines[0]),
    End: () => go(lines.at(-1)),
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  move();
}
