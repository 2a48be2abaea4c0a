import { describe, expect, it } from '@jest/globals';
import { avcCodec, masterPlaylist, parseMediaPlaylist } from './hls-playlist.rules.js';
import { renditionsFor } from './renditions.rules.js';

const sizes = (width: number, height: number): string[] => renditionsFor(width, height).map((one) => `${one.width}x${one.height}`);

describe('renditionsFor', () => {
  it.each([
    [1920, 1080, ['426x240', '854x480', '1280x720']],
    [1280, 720, ['426x240', '854x480', '1280x720']],
    [640, 480, ['320x240', '640x480']],
    [640, 360, ['426x240', '640x360']],
    [720, 1280, ['240x426', '480x854', '720x1280']],
    [320, 180, ['320x180']],
    [460, 250, ['442x240']],
  ])('%i x %i', (width, height, expected) => {
    expect(sizes(width, height)).toEqual(expected);
  });

  it('never exceeds the source', () => {
    for (let side = 100; side < 1_200; side += 14) {
      for (const one of renditionsFor(side * 2, side)) expect(one.height).toBeLessThanOrEqual(side);
    }
  });
});

describe('playlists', () => {
  it('reads what ffmpeg writes and knows an unfinished one', () => {
    const text = '#EXTM3U\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:6.000000,\nseg00000.m4s\n#EXTINF:2.5,\nseg00001.m4s\n';
    expect(parseMediaPlaylist(text)).toEqual({ complete: false, segments: [{ name: 'seg00000.m4s', seconds: 6 }, { name: 'seg00001.m4s', seconds: 2.5 }] });
    expect(parseMediaPlaylist(`${text}#EXT-X-ENDLIST\n`).complete).toBe(true);
  });

  it('puts the cheapest size first', () => {
    const [low, , high] = renditionsFor(1920, 1080).map((one) => ({ ...one, codecs: 'avc1.4d401e', seconds: 10, bytes: 125_000, peakBitrate: 150_000 }));
    const text = masterPlaylist([high!, low!]);
    expect(text.split('\n').filter((line) => line.endsWith('.m3u8'))).toEqual(['v240/index.m3u8', 'v720/index.m3u8']);
    expect(text).toContain('AVERAGE-BANDWIDTH=100000,');
  });

  it('names the codec of an initialisation segment', () => {
    expect(avcCodec(Buffer.concat([Buffer.from('....avcC', 'latin1'), Buffer.from([1, 0x4d, 0x40, 0x1e, 0xff])]))).toBe('avc1.4d401e');
    expect(avcCodec(Buffer.from('nothing here'))).toBeNull();
  });
});
