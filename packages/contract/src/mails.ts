import * as z from 'zod';
import { OfAgency } from './agency-settings.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, PageQuery, pageOf } from './kernel/schemas.js';

/** `failed` is tried again by itself, `gave_up` waits for a person, `held` is the demo's, which sends nothing. */
export const mailStates = ['waiting', 'sent', 'failed', 'gave_up', 'held'] as const;

/** Why a mail did not leave; each has its sentence and remedy on the screen. */
export const mailFaults = ['unreachable', 'login', 'encryption', 'later', 'refused', 'recipient', 'unknown', 'expired', 'not_configured'] as const;

/** A mail in the list of what went out. */
export const MailSummary = z.object({
  id: Id,
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  state: z.enum(mailStates),
  attempts: z.number().int(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  nextTryAt: Instant.nullable(),
  fault: z.enum(mailFaults).nullable(),
  can: z.object({ sendAgain: z.boolean() }),
});

/** A mail as its reader sees it. One-time links are left out, except in the demo, where nobody else could read them. */
export const MailDetail = MailSummary.extend({
  html: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  /** The link has a one-time part that is not shown. */
  secretHidden: z.boolean(),
  /** What the mail server said last, in its own words. */
  answer: z.string().nullable(),
});

export const TestMail = z.object({ address: z.email().max(200) });

/** What came of a test mail. */
export const TestMailOutcome = z.object({ sent: z.boolean(), fault: z.enum(mailFaults).nullable(), answer: z.string().nullable() });

/** The languages in which people are written to. */
export const LetterLanguage = z.enum(['id', 'en']);

/** `null` follows the agency. */
const MyLetters = z.object({ language: LetterLanguage.nullable() });

const MailParams = z.object({ mailId: Id });
const access = { permission: 'mail.manage', scope: 'mail' } as const;

export const mails = defineRoutes({
  list: {
    method: 'GET', path: '/mails', status: 200, summary: 'Outgoing mail of my agencies, newest first',
    query: PageQuery.extend({ ...OfAgency.shape, state: z.enum(mailStates).optional(), search: z.string().trim().max(100).default('') }),
    response: pageOf(MailSummary).extend({
      counts: z.partialRecord(z.enum(mailStates), z.number().int()),
      /** The mail server's name; null: none is configured. */
      server: z.string().nullable(),
      /** Mails are caught here instead of being sent. */
      demo: z.boolean(),
      /** In which language the agency in question, my own if none was named, writes to people who have chosen none. */
      language: LetterLanguage,
      can: z.object({ decideLanguage: z.boolean() }),
    }),
    access: { permission: 'mail.manage', scope: 'any' }, errors: ['NOT_FOUND'],
  },
  get: { method: 'GET', path: '/mails/:mailId', status: 200, summary: 'Read one outgoing mail', params: MailParams, response: MailDetail, access, errors: [] },
  sendAgain: {
    method: 'POST', path: '/mails/:mailId/another-try', status: 200, summary: 'Try a failed mail again now',
    params: MailParams, response: z.object({ count: z.number().int() }), access, errors: ['MAIL_NOT_CONFIGURED', 'MAIL_NOT_REPEATABLE'],
  },
  sendAllAgain: {
    method: 'POST', path: '/mails/another-try', status: 200, summary: 'Try every failed mail of my agencies, or of one of them, again now',
    query: OfAgency, response: z.object({ count: z.number().int() }), access: { permission: 'mail.manage', scope: 'any' }, errors: ['NOT_FOUND', 'MAIL_NOT_CONFIGURED'],
  },
  test: {
    method: 'POST', path: '/mail-tests', status: 200, summary: 'Send a test mail and say what the server answered',
    body: TestMail, response: TestMailOutcome, access: { permission: 'mail.manage', scope: 'any' }, errors: [],
  },
  setLetters: {
    method: 'PUT', path: '/letter-language', status: 204, summary: 'Decide in which language an agency writes to people who have chosen none',
    query: OfAgency, body: z.object({ language: LetterLanguage }), response: Nothing, access: { permission: 'mail.manage', scope: 'any' }, errors: ['NOT_FOUND'],
  },
  myLetters: {
    method: 'GET', path: '/account/letter-language', status: 200, summary: 'In which language I am written to',
    response: MyLetters.extend({ agencyLanguage: LetterLanguage }), access: 'authenticated', errors: [],
  },
  setMyLetters: {
    method: 'PUT', path: '/account/letter-language', status: 204, summary: 'Choose the language in which I am written to',
    body: MyLetters, response: Nothing, access: 'authenticated', errors: [],
  },
});
