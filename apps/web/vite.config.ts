import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { preloadFont } from './vite/preload-font.js';
import { noIconFont } from './vite/no-icon-font.js';
import { precompress } from './vite/precompress.js';

/** Where the development server finds the API; the shell's `API_PORT` says otherwise. */
const apiAddress = (mode: string) => `http://127.0.0.1:${loadEnv(mode, '.', 'API_')['API_PORT'] ?? '3001'}`;

const proxied = (mode: string) => Object.fromEntries(['/api', '/media', '/health'].map((path) => [path, apiAddress(mode)]));

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss(), noIconFont(), preloadFont(), precompress()],
  resolve: {
    // The contract is read from its source, so that a build of the web never waits for, or reads, a stale `dist`.
    alias: [{ find: /^@pamong\/contract\/(.*)$/, replacement: fileURLToPath(new URL('../../packages/contract/src/$1.ts', import.meta.url)) }],
  },
  build: {
    // Android phones of 2022 that were never updated still open the catalogue.
    target: ['es2021', 'chrome99', 'safari15.4', 'firefox100'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The staff's room is no part of the first load, and its pages come whole: a wave of icons more is a round trip more.
      // What index.html brought is there, and icons and small parts are not worth fetching ahead; naming them for every page made the first load heavier.
      resolveDependencies: (_file, needed, { hostId, hostType }) => (hostType === 'html' || hostId.includes('staff-room') ? needed : needed.filter((file) => !/(?:rolldown-runtime|frame|cx|stored|badge|home-path|why|dialog|textarea|progress|select|narrow-page|staff-number|status-badge|use-jp-text|use-period-text|leave-guard|stepper|route-query|client|check|chevron-\w+|arrow-\w+|key-round|list-checks|file-text|download|external-link|users|circle-[\w-]+|send|plus|x|search|info)-[\w-]{8}\.js$/.test(file))),
    },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      output: {
        // What every page needs and what seldom changes travels as one file: it compresses better and stays cached over updates of ours.
        codeSplitting: { groups: [{ name: 'frame', test: /node_modules[\\/](?:react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)[\\/]/ }] },
      },
    },
  },
  server: { proxy: proxied(mode) },
  preview: { proxy: proxied(mode) },
}));
