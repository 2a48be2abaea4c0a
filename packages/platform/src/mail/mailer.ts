import { createTransport } from 'nodemailer';
import { mailFailure } from './mail-failure.js';

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text; lines end with a line feed. */
  readonly text: string;
  /** The same for people whose program shows HTML. */
  readonly html?: string;
  /** The same for every try, so that a mail server can drop a repetition. */
  readonly id: string;
}

/** Sends mail through the server of `SMTP_URL`; without one nothing leaves the installation. */
export class Mailer {
  private readonly transport: ReturnType<typeof createTransport> | null;

  /**
   * @param smtpUrl `smtp://` or `smtps://` with user and password where the server asks for them
   * @param from sender as people see it, for example `Pamong <pamong@example.go.id>`
   */
  constructor(
    private readonly smtpUrl: string | undefined,
    private readonly from: string,
  ) {
    this.transport = smtpUrl === undefined ? null : createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  }

  get enabled(): boolean {
    return this.transport !== null;
  }

  /** Where mail goes, without user and password; null without a server. For the page that shows what is configured. */
  get server(): string | null {
    return this.smtpUrl === undefined ? null : new URL(this.smtpUrl).host;
  }

  /**
   * Hands a mail to the server.
   * @returns what the server said when it took it
   * @throws MailFailure when the server refuses it or is away
   */
  async send(mail: Mail): Promise<string> {
    if (this.transport === null) throw new Error('There is no mail server: set SMTP_URL');
    const domain = /@([^>\s]+)>?$/.exec(this.from)?.[1] ?? 'localhost';
    try {
      const { to, subject, text, html, id } = mail;
      const taken = (await this.transport.sendMail({
        from: this.from, to, subject, text, ...(html === undefined ? {} : { html }), messageId: `<${id}@${domain}>`,
        // RFC 3834: nobody's out-of-office answers an automatic mail.
        headers: { 'auto-submitted': 'auto-generated' },
      })) as { response: string };
      return taken.response;
    } catch (error) {
      throw mailFailure(error);
    }
  }
}
