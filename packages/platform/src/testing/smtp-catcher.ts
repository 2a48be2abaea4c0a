import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { parseMail } from './parse-mail.js';
import type { CaughtMail } from './parse-mail.js';

/** A real SMTP server on loopback that keeps what it is sent. */
export class SmtpCatcher {
  /** In the order of arrival. */
  readonly mails: CaughtMail[] = [];
  private readonly waiting = new Set<() => void>();
  private refusal: { readonly code: number; readonly message: string } | undefined;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          if (this.refusal !== undefined) {
            done(Object.assign(new Error(this.refusal.message), { responseCode: this.refusal.code }));
            return;
          }
          const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
          this.mails.push(parseMail(Buffer.concat(pieces).toString('latin1'), recipients));
          for (const wake of this.waiting) wake();
          done();
        });
      },
    });
    // A client that is killed in the middle is no fault of the test.
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<SmtpCatcher> {
    const catcher = new SmtpCatcher();
    await new Promise<void>((resolve) => catcher.server.listen(0, '127.0.0.1', resolve));
    return catcher;
  }

  /** For `SMTP_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Refuses every mail with an SMTP code (451: try again later, 550: never) until called without one. */
  refuse(code?: number, message = 'refused by the test'): void {
    this.refusal = code === undefined ? undefined : { code, message };
  }

  /**
   * The first mail to an address, now or when it comes.
   * @throws Error after `timeoutMs`
   */
  async mailTo(address: string, timeoutMs = 10_000): Promise<CaughtMail> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const found = this.mails.find((mail) => mail.to.includes(address));
      if (found !== undefined) return found;
      if (Date.now() >= until) throw new Error(`No mail to ${address} in ${timeoutMs} ms; caught ${this.mails.length} to others`);
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          this.waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, until - Date.now());
        this.waiting.add(wake);
      });
    }
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
