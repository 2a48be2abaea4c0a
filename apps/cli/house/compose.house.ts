import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkout } from './house.js';

/** The parts of the Compose specification that this file uses; anything else is a typing error or a new decision. */
const Service = z.strictObject({
  image: z.string().regex(/^[\w./-]+:[\w.-]+$/, 'an image has a version'),
  command: z.union([z.string(), z.array(z.string())]).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\$?[\w{}:-]+:\d+$/, 'development services listen on this machine only')).optional(),
  volumes: z.array(z.string()).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
  healthcheck: z.strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string().optional(), retries: z.number().optional(), start_period: z.string().optional() }),
  shm_size: z.string().optional(),
});
const Compose = z.strictObject({ name: z.string().optional(), services: z.record(z.string(), Service), volumes: z.record(z.string(), z.unknown()).optional() });

describe('docker-compose.yml', () => {
  const compose = Compose.parse(parse(readFileSync(join(checkout, 'docker-compose.yml'), 'utf8')));

  test('starts PostgreSQL 18 and Valkey for development', () => {
    const images = Object.values(compose.services).map((service) => service.image);
    expect(images.some((image) => /(^|\/)postgres:18/.test(image))).toBe(true);
    expect(images.some((image) => /(^|\/)valkey:/.test(image))).toBe(true);
  });

  test('every volume that is used is declared', () => {
    const used = Object.values(compose.services).flatMap((service) => service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '').filter((name) => /^\w/.test(name));
    expect(used.filter((name) => !(name in (compose.volumes ?? {})))).toEqual([]);
  });
});
