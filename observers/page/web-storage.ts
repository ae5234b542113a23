/** Which items the page keeps in localStorage and sessionStorage: names, sizes and shapes, never values. */
import { clip, MAX_NAME_LENGTH } from '../../ledger/observation';
import { hashIdentifier, identifiersIn, shapeOf } from '../../recognition/value-shape';
import { clock } from '../clock';
import type { PageObserver } from './observer';
import { readStorage } from './storage-walk';

/** Reports what stands there at the beginning, and what is written or removed while the page is open. */
export const observeWebStorage: PageObserver = (watch) => {
  /** What was last told of each item. A value that changes and looks the same (a clock) is told once. */
  const told = new Map<string, string>();
  readStorage(watch, {
    item({ store, name, value, change }) {
      const identifier = value === null ? undefined : identifiersIn(value)[0];
      const size = value === null ? null : name.length + value.length;
      const shape = value === null ? null : shapeOf(value);
      const hash = identifier === undefined ? null : hashIdentifier(identifier, watch.salt);
      const facts = `${change} ${String(size)} ${String(shape)} ${String(hash)}`;
      if (told.get(store + name) === facts) return;
      told.set(store + name, facts);
      watch.report({
        kind: 'stored-item',
        at: clock.now(),
        store,
        host: location.hostname,
        name: clip(name, MAX_NAME_LENGTH),
        size,
        shape,
        hash,
        change,
        cookie: null,
      });
    },
  });
};
