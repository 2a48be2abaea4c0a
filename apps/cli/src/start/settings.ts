import { childEnvironment } from '@pamong/platform/config/child-environment';
import { type Config, loadConfig } from '@pamong/platform/config/config';

/** The environment of a start, checked, with what `npm start` presumes. */
export interface StartSettings {
  readonly config: Config;
  /** True where DATABASE_URL names a server, so that none is embedded. */
  readonly ownDatabase: boolean;
  /** What every child gets beyond its own values. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Reads the environment. The demo is on unless PAMONG_DEMO or NODE_ENV=production says otherwise.
 * @param lan reachable from the local network, as with PAMONG_LAN=1
 * @throws ConfigError with every fault at once
 */
export function readStartSettings(lan: boolean): StartSettings {
  const given = childEnvironment({});
  const env: Record<string, string> = {
    ...given,
    PAMONG_DEMO: given['PAMONG_DEMO'] || (given['NODE_ENV'] === 'production' ? '0' : '1'),
    ...(lan ? { PAMONG_LAN: '1' } : {}),
  };
  const ownDatabase = (env['DATABASE_URL'] ?? '') !== '';
  // Stands in for the embedded server, whose port nobody knows yet, so that all other faults are found now.
  const config = loadConfig(ownDatabase ? env : { ...env, DATABASE_URL: 'postgresql://embedded/pamong' });
  return { config, ownDatabase, env };
}
