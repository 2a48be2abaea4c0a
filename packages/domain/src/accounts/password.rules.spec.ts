import { normalisePassword, refusePassword } from './password.rules.js';

const owner = { name: 'Siti Nurhayati', numbers: ['199003052015032904', '199003052013242011'], email: 'siti.nur@palu.go.id', birthDate: '1990-03-05' };
const verdict = (password: string) => refusePassword(password, owner);

describe('a password that may be chosen', () => {
  it.each([
    'tiga lembar daun sirih',
    'kopi tubruk di teras',
    'gnvqkezbaw tlxrmd',
    '日本語のとても長い合言葉です。',
    'Kereta malam, hujan, dan 7 mangga',
    '83915520771902338 41',
    'x'.repeat(3) + 'perahu kertas biru muda '.repeat(8),
  ])('%s', (password) => expect(verdict(password)).toBeNull());

  it('needs no capitals, digits or signs, and may have blanks', () => expect(verdict('jendela kayu jati tua')).toBeNull());
});

describe('a password that is refused', () => {
  it.each(['', 'Rahasia#2026', 'empat belas ka'])('is short: %s', (password) => expect(verdict(password)).toBe('PASSWORD_SHORT'));

  it('counts characters as people see them, not bytes', () => {
    expect(verdict('😀😁😂🤣😃😄😅')).toBe('PASSWORD_SHORT');
    expect(verdict('perahu kertas biru '.repeat(14))).toBe('PASSWORD_LONG');
  });

  it.each(['123456789012345', 'aaaaaaaaaaaaaaaaaaaa', 'abcdefghijklmnopqrst', '987654321098765', 'abc123abc123abc123', 'xyxyxyxyxyxyxyxyxy', '111122223333444'])(
    'is a pattern: %s',
    (password) => expect(verdict(password)).toBe('PASSWORD_PATTERN'),
  );

  it.each([
    '199003052015032904',
    'NIP 19900305 201503 2 904',
    '199003052013242011!',
    'sitinurhayati1990',
    'Nurhayati-05-03-1990',
    'siti.nur@palu.go.id',
    'Siti Nurhayati 12345678',
    '05031990 siti siti',
  ])('is about the person: %s', (password) => expect(verdict(password)).toBe('PASSWORD_PERSONAL'));

  it.each(['passwordpassword', 'P@ssw0rdP@ssw0rd', 'katasandirahasia', 'IndonesiaMerdeka1945', 'bismillah 123456789', 'qwertyuiopasdfghjkl', 'Sayangku*Cintaku2026', '2026 sayangku 2026', '4dministr4t0r 2026'])(
    'is in every list: %s',
    (password) => expect(verdict(password)).toBe('PASSWORD_COMMON'),
  );
});

it("leaves other people's names alone: only what is left to guess counts", () => {
  expect(verdict('nurhayati menanam pohon kelor')).toBeNull();
  expect(refusePassword('Siti Nurhayati 12345678', { name: 'Bagus', numbers: [], email: null, birthDate: null })).toBeNull();
});

it('is one password in either form of the same letters', () => {
  expect(normalisePassword('kafe\u0301 ﬁlm １２')).toBe('kafé film 12');
});
