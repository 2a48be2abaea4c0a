import { maskMobileNumber, mobileNumber } from './phone-number.js';

describe('mobileNumber', () => {
  it.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['62812.3456.7890', '+6281234567890'],
    ['+62 0812 3456 7890', '+6281234567890'],
    ['0062 812 3456 7890', '+6281234567890'],
    ['812 3456 7890', '+6281234567890'],
    [' (0857) 1234\u00a0567 ', '+628571234567'],
    ['0812 3456 78901', '+62812345678901'],
    ['+670 7723 4567', '+67077234567'],
    ['0044 7911 123456', '+447911123456'],
  ])('reads %s', (typed, number) => expect(mobileNumber(typed)).toBe(number));

  it.each(['', '0812', '021 555 1234', '+62 21 5551234', '081234567890123', '198703142011012903', 'nurhayati', '0812a4567890', '++6281234567890', '0000000000', '+0812345678', '0800 1 234 567'])('refuses %s', (typed) => expect(mobileNumber(typed)).toBeNull());

  it('leaves what it made as it is', () => {
    for (const number of ['+6281234567890', '+67077234567']) expect(mobileNumber(number)).toBe(number);
  });
});

it('shows the beginning and the end of a number only', () => {
  expect(maskMobileNumber('+6281234567890')).toBe('0812•••••890');
});
