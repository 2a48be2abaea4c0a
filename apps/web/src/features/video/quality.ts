import type { Playback } from '@pamong/contract/media';
import { useState } from 'react';
import { readStored, writeStored } from '../../shared/stored.js';

const saverKey = 'pamong.saver';

interface Line {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** The choice of this device; without one, what the browser says about the line. */
function saverByDefault(): boolean {
  const chosen = readStored(saverKey);
  if (chosen !== null) return chosen === '1';
  const line = (navigator as { connection?: Line }).connection;
  return line?.saveData === true || (line?.effectiveType ?? '').endsWith('2g');
}

/** Which size is played: the smallest with "Hemat kuota", otherwise all of them or the one that was chosen. */
export function useQuality(playback: Playback) {
  const [saver, setSaver] = useState(saverByDefault);
  const [chosen, setChosen] = useState('auto');
  const smallest = playback.renditions[0];
  const largest = playback.renditions.at(-1);
  const one = saver ? smallest : playback.renditions.find((rendition) => rendition.name === chosen);
  return {
    saver,
    chosen: saver ? (smallest?.name ?? 'auto') : chosen,
    source: one ? `${playback.base}${one.name}/index.m3u8` : playback.master,
    /** Bytes of the whole recording in this choice; of the largest size where the player chooses. */
    bytes: (one ?? largest)?.bytes ?? 0,
    smallest,
    setSaver: (on: boolean) => {
      setSaver(on);
      writeStored(saverKey, on ? '1' : '0');
    },
    setChosen,
  };
}
