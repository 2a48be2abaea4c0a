import { createClient } from '@pamong/contract/client';

/** The typed client of the contract. `fetch` is looked up at each call, so that a test may put its own in place. */
export const api = createClient((...request) => fetch(...request));
