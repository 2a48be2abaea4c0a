import { Injectable } from '@nestjs/common';

/** Subject and body of one kind of message, with `{name}` for its params; the salutation and the link are added around it. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** What messages say by mail. Features add the kinds that are worth one; a kind without a text stays in the inbox. */
@Injectable()
export class MailTexts {
  private readonly texts = new Map<string, MailText>();

  add(kind: string, text: MailText): void {
    if (this.texts.has(kind)) throw new Error(`The mail text of ${kind} is there twice`);
    this.texts.set(kind, text);
  }

  has(kind: string): boolean {
    return this.texts.has(kind);
  }

  /** Null when the kind has no text. */
  compose(kind: string, params: Readonly<Record<string, string | number>>): MailText | null {
    const text = this.texts.get(kind);
    if (text === undefined) return null;
    const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
    return { subject: fill(text.subject), body: fill(text.body) };
  }
}
