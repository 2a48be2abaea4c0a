import { cleanCaptions } from './captions.rules.js';

const cue = (words: string) => `WEBVTT\n\n00:00.000 --> 00:02.000\n${words}`;

describe('captions', () => {
  it('leaves nothing but times and text', () => {
    const sent = 'WEBVTT\n\nSTYLE\n::cue { background: url(//elsewhere.example) }\n\n1\n00:00,000 --> 00:02,000 align:start\n<v Ani onclick=x>Halo</v> <script>a()</script>&lt;b&gt; & 5 < 6';
    expect(cleanCaptions(sent)?.vtt).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nHalo a()&lt;b&gt; &amp; 5 &lt; 6\n');
  });

  it('writes no second cue out of an arrow in a text', () => {
    const cleaned = cleanCaptions(cue('lihat 00:05.000 --> 00:09.000 ini'));
    expect(cleaned?.cues).toBe(1);
    expect(cleaned?.vtt.match(/-->/g)).toHaveLength(1);
  });

  it.each([
    ['brackets', cue('<'.repeat(890_000))],
    ['tags that never end', cue('<b '.repeat(290_000))],
    ['blanks', `00:00.000${' '.repeat(890_000)}-->`],
    ['line ends', '\n'.repeat(899_000)],
  ])('reads the longest text at once: %s', (_, text) => {
    const begun = performance.now();
    cleanCaptions(text);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
