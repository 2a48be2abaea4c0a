import type { TFunction } from 'i18next';
import * as z from 'zod';
import { type Fault, faultSentence } from './fault-sentence.js';

/** Stands in for i18next: the key and the values that the sentence would name. */
const speak = ((key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`) as unknown as TFunction;
const said = (fault: Fault) => faultSentence(speak, fault);
const issueOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0] as unknown as Fault;

it.each([
  ['an empty line', z.string().min(1), '', 'core:fault.required {}'],
  ['nothing at all', z.string(), undefined, 'core:fault.required {}'],
  ['a short text', z.string().min(12), 'abc', 'core:fault.tooShort {"minimum":12}'],
  ['a long text', z.string().max(3), 'abcd', 'core:fault.tooLong {"maximum":3}'],
  ['a small number', z.number().min(45), 5, 'core:fault.below {"minimum":45}'],
  ['a large number', z.number().max(100), 101, 'core:fault.above {"maximum":100}'],
  ['too few choices', z.array(z.string()).min(2), ['a'], 'core:fault.tooFew {"minimum":2}'],
  ['too many choices', z.array(z.string()).max(1), ['a', 'b'], 'core:fault.tooMany {"maximum":1}'],
  ['an e-mail', z.email(), 'nurhayati', 'core:fault.email {}'],
  ['an address', z.url(), 'pamong', 'core:fault.url {}'],
  ['a pattern', z.string().regex(/^\d+$/), 'x', 'core:fault.check {}'],
])('names what is wrong with %s', (_what, schema, value, sentence) => {
  expect(said(issueOf(schema, value))).toBe(sentence);
});

it("says something of the server's faults, which carry no limits", () => {
  expect(said({ code: 'too_small' })).toBe('core:fault.check {}');
});
