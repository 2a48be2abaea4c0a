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
    expect(() => loadConfig({ ...demo, SMTP_URL: 'mail' })).toThrow(/SMTP_URL[^]*PAMONG_DEMO_IN_PRODUCTION/);
    expect(loadConfig({ ...demo, PAMONG_DEMO_IN_PRODUCTION: '1' }).demo).toBe(true);
  });

  it('listens to the local network on request, and never takes its guess of an address for a decision', () => {
    const config = loadConfig({ ...valid, PAMONG_LAN: '1', PORT: '3005' });
    expect(config.http.host).toBe('0.0.0.0');
    expect(config.publicUrl).toMatch(/^http:\/\/.+:3005$/);
    expect(config.publicUrlConfigured).toBe(false);
    expect(loadConfig({ ...valid, PAMONG_LAN: '1', HOST: '192.0.2.7' }).http.host).toBe('192.0.2.7');
  });

  it('takes a gateway whole or not at all', () => {
    expect(loadConfig(valid).whatsapp).toBeUndefined();
    const gateway = { WHATSAPP_PHONE_NUMBER_ID: '106540352242922', WHATSAPP_TOKEN: 'EAAJB', WHATSAPP_CODE_TEMPLATE: 'kode_pamong' };
    expect(loadConfig({ ...valid, ...gateway }).whatsapp).toEqual({ url: 'https://graph.facebook.com/v21.0', phoneNumberId: '106540352242922', token: 'EAAJB', codeTemplate: 'kode_pamong' });
    expect(loadConfig({ ...valid, ...gateway, WHATSAPP_URL: 'http://gateway.kota.example/v1/' }).whatsapp?.url).toBe('http://gateway.kota.example/v1');
    expect(() => loadConfig({ ...valid, WHATSAPP_TOKEN: 'EAAJB' })).toThrow(/WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_CODE_TEMPLATE: missing/);
  });

  it('takes an empty variable as absent and drops the trailing slash of PUBLIC_URL', () => {
    const config = loadConfig({ ...valid, REDIS_URL: '', PUBLIC_URL: 'https://belajar.example.go.id/' });
    expect(config.redisUrl).toBeUndefined();
    expect(config.publicUrl).toBe('https://belajar.example.go.id');
  });
});
