import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, configure } from '@testing-library/react';

/** The router describes each navigation as a Request; Node's own refuses jsdom's abort signals. */
class NavigationRequest {
  readonly method: string;
  readonly signal: AbortSignal | null | undefined;
  readonly headers = new Map<string, string>();

  constructor(
    readonly url: string,
    init: RequestInit = {},
  ) {
    this.method = init.method ?? 'GET';
    this.signal = init.signal;
  }
}

/** What every browser has and jsdom lacks, for page tests. */
Object.assign(globalThis, { TextEncoder, TextDecoder, Request: NavigationRequest });

Object.assign(window, {
  scrollTo: () => undefined,
  matchMedia: (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
});

// jsdom lays nothing out, so every place is the same one.
Element.prototype.scrollIntoView = () => undefined;
for (const place of [Range.prototype, Text.prototype]) Object.assign(place, { getBoundingClientRect: () => new DOMRect(), getClientRects: () => [new DOMRect()] });

// Pages fetch their overlays' code on first use, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
