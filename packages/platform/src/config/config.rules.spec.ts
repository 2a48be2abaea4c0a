import { ConfigError, loadConfig } from './config.js';

const valid = { DATABASE_URL: 'postgres://pamong_app@localhost:5432/pamong' };

describe('loadConfig', () => {
  it('fills what is not set', () => {
    const config = loadConfig(valid);
    expect(config.http).toEqual({ host: '127.0.0.1', port: 3000, trustProxy: false });
    expect(config.publicUrl).toBe('http://localhost:3000');
    expect(config.publicUrlConfigured).toBe(false);
  });

  it('lists every fault at once', () => {
    let error: unknown;
    try {
      loadConfig({ DATABASE_URL: 'mysql://x', PORT: '99999', TRUST_PROXY: 'yes' });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).faults.map((fault) => fault.split(':')[0])).toEqual(['DATABASE_URL', 'PORT', 'TRUST_PROXY']);
  });

  it('refuses demo accounts in production unless told twice', () => {
    const demo = { ...valid, NODE_ENV: 'production', PAMONG_DEMO: '1' };
    expect(() => loadConfig(demo)).toThrow(/PAMONG_DEMO_IN_PRODUCTION/);
    expect(loadConfig({ ...demo, PAMONG_DEMO_IN_PRODUCTION: '1' }).demo).toBe(true);
  });

  it('takes an empty variable as absent and drops the trailing slash of PUBLIC_URL', () => {
    const config = loadConfig({ ...valid, REDIS_URL: '', PUBLIC_URL: 'https://belajar.example.go.id/' });
    expect(config.redisUrl).toBeUndefined();
    expect(config.publicUrl).toBe('https://belajar.example.go.id');
  });
});
