/**
 * Stops, with a sentence that helps, where the installation is missing or incomplete: pnpm reports some failures
 * (ignored builds, a lost network) and then runs the script all the same.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** What is wrong with the installation, or null. */
export function installationFault() {
  const modules = join(root, 'node_modules', '.modules.yaml');
  if (!existsSync(modules)) return 'nothing is installed';
  if (process.versions.node.split('.')[0] !== '24') {
    return `this is Node ${process.versions.node}; Node 24 comes from the npm package "node", whose installation failed`;
  }
  const current = join(root, 'node_modules', '.pnpm', 'lock.yaml');
  if (!existsSync(current) || readFileSync(current, 'utf8') !== readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')) {
    return 'the installed packages differ from pnpm-lock.yaml';
  }
  const state = JSON.parse(readFileSync(modules, 'utf8'));
  const unbuilt = [...(state.ignoredBuilds ?? []), ...(state.pendingBuilds ?? [])];
  if (unbuilt.length > 0) return `packages were not built: ${unbuilt.join(', ')} (list each in allowBuilds of pnpm-workspace.yaml)`;
  return null;
}

/** Ends the process with exit code 1 when the installation is not whole. */
export function requireInstallation() {
  const fault = installationFault();
  if (fault === null) return;
  console.error(`The installation is not complete: ${fault}.\nRun "npx -y pnpm@12.21.0 install" and read its messages, then try again.`);
  process.exit(1);
}
