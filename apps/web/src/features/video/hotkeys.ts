import type { VideojsPlayer } from './engine.js';

/** Keys of the player: space or K, arrows, J and L, M, C, F, < and >. Others stay the page's. */
export function hotkeys(player: VideojsPlayer, event: KeyboardEvent, speeds: readonly number[]): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const action = actions(player, speeds)[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function actions(player: VideojsPlayer, speeds: readonly number[]): Readonly<Record<string, () => void>> {
  const jump = (seconds: number) => () => void player.currentTime(Math.min(player.duration() ?? 0, Math.max(0, (player.currentTime() ?? 0) + seconds)));
  const toggle = () => (player.paused() ? void player.play()?.catch(() => undefined) : player.pause());
  const louder = (by: number) => () => void player.volume(Math.min(1, Math.max(0, (player.volume() ?? 1) + by)));
  const faster = (by: number) => () => {
    const at = speeds.indexOf(player.playbackRate() ?? 1);
    const next = speeds[(at < 0 ? speeds.indexOf(1) : at) + by];
    if (next !== undefined) player.playbackRate(next);
  };
  return {
    ' ': toggle,
    k: toggle,
    ArrowLeft: jump(-5),
    ArrowRight: jump(5),
    j: jump(-10),
    l: jump(10),
    ArrowUp: louder(0.1),
    ArrowDown: louder(-0.1),
    m: () => void player.muted(!player.muted()),
    c: () => toggleCaptions(player),
    f: () => void (player.isFullscreen() ? player.exitFullscreen() : player.requestFullscreen()),
    '<': faster(-1),
    '>': faster(1),
  };
}

function toggleCaptions(player: VideojsPlayer): void {
  const list = player.textTracks() as unknown as ArrayLike<TextTrack>;
  const tracks = Array.from(list).filter((track) => track.kind === 'captions');
  const shown = tracks.find((track) => track.mode === 'showing');
  if (shown) shown.mode = 'disabled';
  else if (tracks[0]) tracks[0].mode = 'showing';
}
