/**
 * Builds for production, and only what changed: plain JavaScript, because nothing is compiled in a fresh clone.
 * What a build was made from is kept as a hash of contents, so that a checkout that touches every file costs nothing.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const servers = ['packages/contract', 'packages/platform', 'packages/domain', 'apps/api', 'apps/worker', 'apps/cli'];
const shared = ['pnpm-lock.yaml', 'tsconfig.base.json'];
const isTest = /\.(spec|e2e|house)\.tsx?$/;

/**
 * @param {string} root folder of the checkout
 * @param {{ web: boolean, say: (line: string) => void }} options `web` false leaves the web application out
 * @returns {Promise<boolean>} false when a compiler found a fault, which it has printed
 */
export async function ensureBuilt(root, { web, say }) {
  const cache = join(root, 'node_modules', '.cache', 'pamong');
  const stampFile = join(cache, 'build.json');
  const stamp = readStamp(stampFile);
  const wanted = {
    server: hashOf(root, [...shared, ...servers.flatMap((folder) => ['src', 'package.json', 'tsconfig.json'].map((part) => join(folder, part)))]),
    web: hashOf(root, [...shared, 'apps/web', 'packages/contract/src']),
  };
  const entries = ['apps/api/dist/main.js', 'apps/worker/dist/main.js', 'apps/cli/dist/main.js'];
  const stale = [];
  if (stamp.server !== wanted.server || entries.some((entry) => !existsSync(join(root, entry)))) {
    stale.push(['server', () => compileServers(root)]);
  }
  if (web && existsSync(join(root, 'apps/web/vite.config.ts')) && (stamp.web !== wanted.web || !existsSync(join(root, 'apps/web/dist/index.html')))) {
    stale.push(['web', () => bundleWeb(root)]);
  }
  if (stale.length === 0) return true;

  say(`Building ${stale.map(([part]) => part).join(' and ')} ...`);
  const started = performance.now();
  const done = await Promise.all(stale.map(async ([part, build]) => [part, await build()]));
  const kept = { ...stamp, ...Object.fromEntries(done.filter(([, ok]) => ok).map(([part]) => [part, wanted[part]])) };
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampFile, JSON.stringify(kept));
  const ok = done.every(([, built]) => built);
  if (ok) say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return ok;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  process.exitCode = (await ensureBuilt(root, { web: true, say: (line) => console.log(line) })) ? 0 : 1;
}

function compileServers(root) {
  for (const folder of servers) removeOrphans(join(root, folder));
  return run(root, join(root, 'node_modules/typescript/bin/tsc'), ['-b', 'apps/api', 'apps/worker', 'apps/cli']);
}

function bundleWeb(root) {
  const folder = join(root, 'apps/web');
  return run(folder, join(folder, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'error']);
}

function run(cwd, script, args) {
  return new Promise((resolve) => {
    // The bundle is the production one whoever asks; under NODE_ENV=test React would be built for development.
    const child = spawn(process.execPath, [script, ...args], { cwd, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** Removes compiled files whose source is gone: the compiler leaves them, and they could still be imported. */
function removeOrphans(folder) {
  const dist = join(folder, 'dist');
  for (const path of filesBelow(dist)) {
    const stem = relative(dist, path).replace(/(\.d\.ts|\.js)(\.map)?$/, '');
    if (stem.startsWith('.') || stem === relative(dist, path)) continue;
    if (['.ts', '.tsx'].every((ending) => !existsSync(join(folder, 'src', stem + ending)))) rmSync(path);
  }
}

function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((entry) => filesBelow(join(root, entry))).sort()) {
    if (!isTest.test(path)) hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return existsSync(path) ? [path] : [];
  }
  return entries
    .filter((entry) => !['node_modules', 'dist', 'e2e'].includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]));
}
