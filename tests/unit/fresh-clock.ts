/** Each test is a process of its own: what one has done to the time, the next knows nothing of. */
import { beforeEach } from 'vitest';

beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('liner-notes.clock'));
});
