export interface Cue {
  /** Seconds. */
  readonly from: number;
  readonly words: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Times and text of captions as the server writes them (plain WebVTT). */
export function readCaptions(vtt: string): Cue[] {
  return vtt.split(/\n{2,}/).flatMap((block) => {
    const [, hours, minutes, seconds, words] = /^(\d+):(\d\d):(\d\d\.\d{3}) --> \S+\n([^]+)$/.exec(block.trim()) ?? [];
    if (words === undefined) return [];
    return [{ from: Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds), words: words.replaceAll(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity).replaceAll('\n', ' ') }];
  });
}
