/**
 * Why a mail did not leave. `unreachable`, `login` and `encryption` are faults of the connection and hold for every mail;
 * `later`, `refused` and `recipient` are the server's answer to this one.
 */
export type MailFault = 'unreachable' | 'login' | 'encryption' | 'later' | 'refused' | 'recipient' | 'unknown';

/** A mail that did not leave, with what a person may do about it. */
export class MailFailure extends Error {
  constructor(
    readonly fault: MailFault,
    /** Trying again will not help before somebody changes something. */
    readonly permanent: boolean,
    /** What the server or the network said, in its own words. */
    readonly answer: string,
  ) {
    super(answer);
    this.name = 'MailFailure';
  }
}

/** The fields of nodemailer's errors that tell one failure from another. */
interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly message?: string;
}

const byCode: Readonly<Record<string, MailFault>> = {
  EDNS: 'unreachable', ECONNECTION: 'unreachable', ETIMEDOUT: 'unreachable', ESOCKET: 'unreachable', ECONNREFUSED: 'unreachable', ECONNRESET: 'unreachable',
  EAUTH: 'login', ENOAUTH: 'login', EOAUTH2: 'login', ETLS: 'encryption', EREQUIRETLS: 'encryption',
};

/** Reads a failure out of an error of the mail library; the numbers are those of RFC 5321. */
export function mailFailure(error: unknown): MailFailure {
  const { code = '', responseCode = 0, command = '', message = String(error) } = error as SmtpError;
  const answer = message.slice(0, 1000);
  const connection = byCode[code];
  if (connection !== undefined) return new MailFailure(connection === 'unreachable' && /certificate|tls|ssl/i.test(message) ? 'encryption' : connection, false, answer);
  if (responseCode >= 500) return new MailFailure(command === 'RCPT TO' || code === 'EENVELOPE' ? 'recipient' : 'refused', true, answer);
  if (responseCode >= 400) return new MailFailure('later', false, answer);
  return new MailFailure(code === 'EENVELOPE' ? 'recipient' : 'unknown', code === 'EENVELOPE', answer);
}
