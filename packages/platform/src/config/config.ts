import { resolve } from 'node:path';
import * as z from 'zod';
import { lanAddresses } from '../net/lan-addresses.js';
import type { WhatsAppSettings } from '../whatsapp/whatsapp-client.js';

const Port = z.coerce.number().int().min(0).max(65_535);
const Flag = z.enum(['0', '1']).transform((value) => value === '1');
const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** The environment of API, worker and command line; every switch of the product is here and in the README. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: PostgresUrl,
  DATABASE_OWNER_URL: PostgresUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(/@/).optional(),
  WHATSAPP_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com/v21.0'),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^[\w-]{1,100}$/).optional(),
  WHATSAPP_TOKEN: z.string().min(1).optional(),
  WHATSAPP_CODE_TEMPLATE: z.string().regex(/^[a-z0-9_]{1,512}$/).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOST: z.string().optional(),
  PORT: Port.default(3000),
  TRUST_PROXY: Flag.default(false),
  PAMONG_DATA_DIR: z.string().default('.pamong'),
  PAMONG_WEB_DIR: z.string().optional(),
  PAMONG_LAN: Flag.default(false),
  PAMONG_DEMO: Flag.default(false),
  PAMONG_DEMO_IN_PRODUCTION: Flag.default(false),
  SIGN_ON_PRIVATE_NETWORK: Flag.optional(),
  PAMONG_SETUP_CODE: z.string().min(8).max(40).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly database: { readonly url: string; readonly ownerUrl: string; readonly poolSize: number };
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** Sender of every mail as people see it. */
  readonly mailFrom: string;
  /** A gateway that reaches mobile numbers; absent: nobody is asked for theirs. */
  readonly whatsapp: WhatsAppSettings | undefined;
  /** Where people reach the installation, without a trailing slash; printed in QR codes. */
  readonly publicUrl: string;
  /** False while `publicUrl` is a guess, which an admin must be told before the first real issue. */
  readonly publicUrlConfigured: boolean;
  readonly http: { readonly host: string; readonly port: number; readonly trustProxy: boolean };
  readonly dataDir: string;
  /** Folder of the built web application, served by the API where it is set. */
  readonly webDir: string | undefined;
  readonly demo: boolean;
  /** May an agency's identity provider lie in a private network or on this machine? Outside of production it may unless told otherwise. */
  readonly signOnPrivateNetwork: boolean;
  readonly logLevel: string;
  /** Opens the setup of an empty installation; in capitals. Absent: it cannot be opened. */
  readonly setupCode: string | undefined;
}

/** Thrown with every fault of the environment at once, one line each. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads and checks the environment.
 * @param environment defaults to the process's own; the only place that reads `process.env`
 * @throws ConfigError listing all faults together
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(present);
  const faults = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (present['PAMONG_DEMO'] === '1' && present['NODE_ENV'] === 'production' && present['PAMONG_DEMO_IN_PRODUCTION'] !== '1') {
    faults.push('PAMONG_DEMO: demo accounts have known passwords; with NODE_ENV=production set PAMONG_DEMO_IN_PRODUCTION=1 if you mean it');
  }
  const whatsappGiven = whatsappNames.filter((name) => present[name] !== undefined);
  if (whatsappGiven.length > 0 && whatsappGiven.length < whatsappNames.length) {
    faults.push(`${whatsappNames.filter((name) => !whatsappGiven.includes(name)).join(', ')}: missing; the gateway needs all of ${whatsappNames.join(', ')}`);
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const env = parsed.data;
  return {
    environment: env.NODE_ENV,
    database: { url: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL, poolSize: env.DATABASE_POOL },
    redisUrl: env.REDIS_URL,
    smtpUrl: env.SMTP_URL,
    whatsapp: whatsappOf(env),
    mailFrom: env.MAIL_FROM ?? 'Pamong <pamong@localhost>',
    publicUrl: (env.PUBLIC_URL ?? guessPublicUrl(env.PAMONG_LAN, env.PORT)).replace(/\/+$/, ''),
    publicUrlConfigured: env.PUBLIC_URL !== undefined,
    http: { host: env.HOST ?? (env.PAMONG_LAN ? '0.0.0.0' : '127.0.0.1'), port: env.PORT, trustProxy: env.TRUST_PROXY },
    dataDir: resolve(env.PAMONG_DATA_DIR),
    webDir: env.PAMONG_WEB_DIR === undefined ? undefined : resolve(env.PAMONG_WEB_DIR),
    demo: env.PAMONG_DEMO,
    signOnPrivateNetwork: env.SIGN_ON_PRIVATE_NETWORK ?? env.NODE_ENV !== 'production',
    logLevel: env.LOG_LEVEL,
    setupCode: env.PAMONG_SETUP_CODE?.toUpperCase(),
  };
}

const whatsappNames = ['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_TOKEN', 'WHATSAPP_CODE_TEMPLATE'] as const;

function whatsappOf(env: z.output<typeof Environment>): WhatsAppSettings | undefined {
  const { WHATSAPP_URL: url, WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, WHATSAPP_TOKEN: token, WHATSAPP_CODE_TEMPLATE: codeTemplate } = env;
  if (phoneNumberId === undefined || token === undefined || codeTemplate === undefined) return undefined;
  return { url: url.replace(/\/+$/, ''), phoneNumberId, token, codeTemplate };
}

/** On request an address that a phone on the same network can open; a guess all the same, so it never counts as configured. */
function guessPublicUrl(lan: boolean, port: number): string {
  return `http://${(lan ? lanAddresses()[0] : undefined) ?? 'localhost'}:${port}`;
}

/** Injection token of the `Config`. */
export const CONFIG = Symbol('Config');
