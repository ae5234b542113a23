/** Flash cookies (local shared objects), which the Ruffle player keeps in web storage. */
import { clip, MAX_NAME_LENGTH } from '../../ledger/observation.ts';
import { describeAmf } from '../../recognition/flash-entry.ts';
import { readFlashLso } from '../../recognition/flash-lso.ts';
import { hashIdentifier, looksLikeFlashLso } from '../../recognition/value-shape.ts';
import { clock } from '../clock.ts';
import type { VisitObserver } from './observer.ts';
import { readStorage } from './storage-walk.ts';

/** How many milliseconds one may take to read; a save game of 100,000 values takes a part of it. What was read by then is told. */
const BUDGET = 80;
/** How many of its entries are reported. */
export const MAX_ENTRIES = 50;

/** Reports each Flash cookie at the beginning and after each change: what it holds, by name and type. */
export const observeFlashCookies: VisitObserver = (watch) => {
  readStorage(watch, {
    item({ name: key, value }) {
      if (value === null || !looksLikeFlashLso(value)) return;
      const until = performance.now() + BUDGET;
      const { name, amf, entries, damage } = readFlashLso(value, () => performance.now() > until);
      const at = clock.now();
      watch.report({
        kind: 'flash-cookie',
        at,
        host: location.hostname,
        key: clip(key, MAX_NAME_LENGTH),
        // Where damage hides its name, the end of its place tells it.
        name: clip(name || key.slice(key.lastIndexOf('/') + 1), MAX_NAME_LENGTH),
        size: key.length + value.length,
        amf,
        entries: entries.slice(0, MAX_ENTRIES).map((entry) => {
          const { type, shape, identifier } = describeAmf(entry.value);
          const hash = identifier === null ? null : hashIdentifier(identifier, watch.salt);
          return { name: clip(entry.name, MAX_NAME_LENGTH), type, shape, hash };
        }),
        damaged: damage,
      });
      const count = entries.length - MAX_ENTRIES;
      if (count > 0) watch.report({ kind: 'limit', at, observer: 'flash-cookies', reason: 'too-many', count });
    },
  });
};
