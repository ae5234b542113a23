/** Flash cookies (local shared objects), which the Ruffle player keeps in web storage. */
import { clip, MAX_NAME_LENGTH } from '../../ledger/observation';
import { describeAmf } from '../../recognition/flash-entry';
import { readFlashLso, type FlashLso } from '../../recognition/flash-lso';
import { hashIdentifier, looksLikeFlashLso } from '../../recognition/value-shape';
import { clock } from '../clock';
import type { PageObserver } from './observer';
import { readStorage } from './storage-walk';

/** Longest value that is decoded, in base64 characters: Flash Player's own limit was 100 kB. */
export const MAX_FLASH_COOKIE = 1_000_000;
/** How many of its entries are reported. */
export const MAX_ENTRIES = 50;

const TOO_LARGE: FlashLso = { name: '', amf: null, entries: [], damaged: 'too large to read' };

/** Reports each Flash cookie at the beginning and after each change: what it holds, by name and type. */
export const observeFlashCookies: PageObserver = (watch) => {
  readStorage(watch, {
    item({ name: key, value }) {
      if (value === null || !looksLikeFlashLso(value)) return;
      const { name, amf, entries, damaged } = value.length > MAX_FLASH_COOKIE ? TOO_LARGE : readFlashLso(value);
      const at = clock.now();
      watch.report({
        kind: 'flash-cookie',
        at,
        host: location.hostname,
        key: clip(key, MAX_NAME_LENGTH),
        name: clip(name, MAX_NAME_LENGTH),
        size: key.length + value.length,
        amf,
        entries: entries.slice(0, MAX_ENTRIES).map((entry) => {
          const { type, shape, identifier } = describeAmf(entry.value);
          const hash = identifier === null ? null : hashIdentifier(identifier, watch.salt);
          return { name: clip(entry.name, MAX_NAME_LENGTH), type, shape, hash };
        }),
        damaged,
      });
      const count = entries.length - MAX_ENTRIES;
      if (count > 0) watch.report({ kind: 'limit', at, observer: 'flash-cookies', reason: 'too-many', count });
    },
  });
};
