import { mailFailure } from './mail-failure.js';

const error = (fields: object) => Object.assign(new Error('the server said so'), fields);

test.each([
  ['a server that does not answer', { code: 'ECONNECTION' }, 'unreachable', false],
  ['a name that nobody knows', { code: 'EDNS' }, 'unreachable', false],
  ['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'login', false],
  ['a full mailbox', { responseCode: 452, command: 'RCPT TO' }, 'later', false],
  ['grey listing', { code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, 'later', false],
  ['an unknown recipient', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'recipient', true],
  ['content that the server will not take', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'refused', true],
  ['an address that is none', { code: 'EENVELOPE' }, 'recipient', true],
])('tells %s', (_what, fields, fault, permanent) => {
  expect(mailFailure(error(fields))).toMatchObject({ fault, permanent, answer: 'the server said so' });
});

test('tells a certificate that cannot be trusted from a server that is away', () => {
  expect(mailFailure(Object.assign(new Error('self-signed certificate'), { code: 'ESOCKET' }))).toMatchObject({ fault: 'encryption' });
});
