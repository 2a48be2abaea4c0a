import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmod, link, mkdir, readFile, readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCertificate } from '../seal-certificate.js';

/** A private key with its certificate. */
export interface SealKey {
  key: KeyObject;
  certificate: X509Certificate;
}

/** What the system seal signs with now, and every authority certificate that a seal of this installation may chain to. */
export interface SealKeys {
  seal: SealKey;
  authority: X509Certificate;
}

const DAY = 24 * 60 * 60 * 1000;
const AUTHORITY_DAYS = 30 * 365;
const SEAL_DAYS = 3 * 365;
/** A seal certificate is replaced this long before it ends, so that no clock difference finds it expired. */
const RENEW_DAYS = 90;

const AUTHORITY_FILE = 'authority.pem';
const SEAL_FILE = /^seal-(\d{4})\.pem$/;

/**
 * Opens the installation's seal keys and makes what is missing: a certificate authority at the first start, a seal certificate at
 * the first start and again 90 days before the newest one ends. Each pair is one file, readable by the owner only, that appears
 * whole or not at all; of several processes that start together one wins and the others read what it made. Old seal files stay:
 * seals made with them are verified by the certificate inside the document and the authority, which does not change.
 * @param folder a folder of the data directory that every process of the installation shares
 */
export async function openSealKeys(folder: string, now: Date): Promise<SealKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const authority = await readOrMake(join(folder, AUTHORITY_FILE), () => makeAuthority(now));
  let seal = await newestSeal(folder);
  if (!seal || endsWithin(seal.pair, now, RENEW_DAYS)) {
    const generation = String((seal?.generation ?? 0) + 1).padStart(4, '0');
    const pair = await readOrMake(join(folder, `seal-${generation}.pem`), () => makeSeal(authority, now));
    seal = { generation: Number(generation), pair };
  }
  return { seal: seal.pair, authority: authority.certificate };
}

/** True when a newer seal certificate should be made; a long-running process asks before it seals. */
export function sealNeedsRenewal(keys: SealKeys, now: Date): boolean {
  return endsWithin(keys.seal, now, RENEW_DAYS);
}

function endsWithin({ certificate }: SealKey, now: Date, days: number): boolean {
  return certificate.validToDate.getTime() - now.getTime() < days * DAY;
}

async function newestSeal(folder: string): Promise<{ generation: number; pair: SealKey } | undefined> {
  const generations = (await readdir(folder)).flatMap((name) => Number(SEAL_FILE.exec(name)?.[1] ?? []));
  const newest = Math.max(0, ...generations);
  if (newest === 0) return undefined;
  return { generation: newest, pair: await readPair(join(folder, `seal-${String(newest).padStart(4, '0')}.pem`)) };
}

async function readOrMake(path: string, make: () => string): Promise<SealKey> {
  try {
    return await readPair(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // link() refuses an existing name, so a file is never half written and never replaced, whoever else starts now.
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, make(), { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return readPair(path);
}

async function readPair(path: string): Promise<SealKey> {
  const pem = await readFile(path, 'utf8');
  return { key: createPrivateKey(pem), certificate: new X509Certificate(pem) };
}

function makeAuthority(now: Date): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // The random part keeps the authorities of two installations apart where their certificates are listed together.
  const name = `Otoritas segel sistem ${randomBytes(4).toString('hex')}`;
  const certificate = writeCertificate({
    subject: name,
    issuer: name,
    holder: privateKey,
    signer: privateKey,
    from: new Date(now.getTime() - DAY),
    until: new Date(now.getTime() + AUTHORITY_DAYS * DAY),
    authority: true,
  });
  return toPem(privateKey, certificate);
}

function makeSeal(authority: SealKey, now: Date): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = writeCertificate({
    subject: 'Segel sistem Pamong',
    issuer: commonName(authority.certificate),
    holder: privateKey,
    signer: authority.key,
    from: new Date(now.getTime() - DAY),
    until: new Date(Math.min(now.getTime() + SEAL_DAYS * DAY, authority.certificate.validToDate.getTime())),
    authority: false,
  });
  return toPem(privateKey, certificate);
}

function commonName(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '';
}

function toPem(key: KeyObject, certificate: Buffer): string {
  return `${key.export({ type: 'pkcs8', format: 'pem' }).toString()}${new X509Certificate(certificate).toString()}`;
}
