import { useState } from 'react';

/** True from the first time `open` is true: until then an overlay's code is not fetched; afterwards it stays mounted, so that it can close calmly. */
export function useOpenedOnce(open: boolean): boolean {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  return opened || open;
}
