/** Jest takes `testTimeout` for all projects alike; each kind of test says its own in `globals`. */
jest.setTimeout(globalThis.patienceMs);
