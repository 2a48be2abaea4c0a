import { Injectable } from '@nestjs/common';

/** The languages in which people are written to. */
export type MailLanguage = 'id' | 'en';

/** One kind of mail in one language, with `{name}` for its params. Salutation, link and footer are added around it. */
export interface MailWords {
  readonly subject: string;
  /** Paragraphs, parted by a blank line. */
  readonly body: string;
  /** What the button with the link says; "Buka di Pamong" unless given. */
  readonly action?: string;
}

export type MailText = Readonly<Record<MailLanguage, MailWords>>;

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

  /** The words of a kind with its params filled in; null when the kind has no text. */
  compose(kind: string, language: MailLanguage, params: Readonly<Record<string, string | number>>): MailWords | null {
    const text = this.texts.get(kind)?.[language];
    if (text === undefined) return null;
    const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
    return { subject: fill(text.subject), body: fill(text.body), ...(text.action === undefined ? {} : { action: fill(text.action) }) };
  }
}
