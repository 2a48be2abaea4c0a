import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Keeps what must be read again but must not lie open in the database or its backups: client secrets, secrets of second factors.
 * AES-256-GCM with a key in the data folder, made at the first use and readable by the service's user only.
 */
export class SecretBox {
  private key: Promise<Buffer> | undefined;

  /** @param dataDir the installation's data folder, the same for every process */
  constructor(private readonly dataDir: string) {}

  /**
   * Encrypts a text.
   * @param context where it belongs; the same is asked at `open`, so that a sealed text moved to another row is refused
   * @returns base64url
   */
  async seal(text: string, context: string): Promise<string> {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, await this.loadKey(), nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Error when it was sealed with another key, for another context, or changed since */
  async open(sealed: string, context: string): Promise<string> {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(algorithm, await this.loadKey(), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  }

  private loadKey(): Promise<Buffer> {
    this.key ??= this.readOrMake().catch((error: unknown) => {
      this.key = undefined;
      throw error;
    });
    return this.key;
  }

  private async readOrMake(): Promise<Buffer> {
    const folder = join(this.dataDir, 'secrets');
    const file = join(folder, 'box.key');
    const found = await readFile(file).catch(() => null);
    if (found?.length === keyBytes) return found;
    if (found !== null) throw new Error(`${file} is not a key of ${keyBytes} bytes`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `.${process.pid}-${randomBytes(6).toString('hex')}`);
    await writeFile(draft, randomBytes(keyBytes), { mode: 0o600, flag: 'wx' });
    // Of several processes that start together one makes the key: a link is whole or not there, and never replaces another.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(draft);
    return readFile(file);
  }
}
