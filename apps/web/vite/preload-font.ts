import type { Plugin } from 'vite';

/** Adds `<link rel="preload">` for the one font file to the built page; its hashed name is known only then. */
export function preloadFont(): Plugin {
  return {
    name: 'pamong-preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((name) => name.endsWith('.woff2'));
        if (!font) return [];
        return [
          {
            tag: 'link',
            injectTo: 'head-prepend',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${font}` },
          },
        ];
      },
    },
  };
}
