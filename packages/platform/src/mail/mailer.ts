import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text; lines end with a line feed. */
  readonly text: string;
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
    smtpUrl: string | undefined,
    private readonly from: string,
  ) {
    this.transport = smtpUrl === undefined ? null : createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  }

  get enabled(): boolean {
    return this.transport !== null;
  }

  /** Hands a mail to the server. @throws Error when the server refuses it or is away; the job tries again */
  async send(mail: Mail): Promise<void> {
    if (this.transport === null) throw new Error('There is no mail server: set SMTP_URL');
    const domain = /@([^>\s]+)>?$/.exec(this.from)?.[1] ?? 'localhost';
    await this.transport.sendMail({ from: this.from, to: mail.to, subject: mail.subject, text: mail.text, messageId: `<${mail.id}@${domain}>` });
  }
}
