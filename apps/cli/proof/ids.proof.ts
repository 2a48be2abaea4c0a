import { newId } from '@pamong/platform/ids/new-id';
import { size } from '@pamong/platform/testing/size';
import { allowTime } from './patience.js';

allowTime();

test('ids never repeat and always grow, however fast they are made', () => {
  const count = size(200_000, 20_000_000);
  let last = '';
  let backwards = 0;
  for (let index = 0; index < count; index += 1) {
    const id = newId();
    if (id <= last) backwards += 1;
    last = id;
  }
  expect(backwards).toBe(0);
});
