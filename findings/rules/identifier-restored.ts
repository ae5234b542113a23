/** Did an identifier come back after it was removed, from another place that still held it? */
import type { StoredItemRecord } from '../../ledger/visit-entries.ts';
import { dullHashes } from '../dull-names.ts';
import type { Evidence, IdentifierPlace } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';

function heldIt(other: StoredItemRecord, back: StoredItemRecord, restoredAt: number): boolean {
  if (other === back || other.hash !== back.hash) return false;
  // What came back itself was gone as well: a log-out removes all copies, and the next log-in writes them again.
  return other.restoredAt === undefined && !(other.removed && other.at < restoredAt);
}

/**
 * For each identifier that came back: the item, and the places where the same value had stayed. Without such a place nothing
 * is told, since then the page may only have written again what the person gave it, a log-in for instance.
 */
export const identifierRestored: PracticeRule = (recognised) => {
  const { visit } = recognised;
  const dull = dullHashes(recognised);
  return visit.items.flatMap((back): Evidence[] => {
    const { restoredAt, hash, name, store } = back;
    if (restoredAt === undefined || hash === null || dull.has(hash)) return [];
    const kept = visit.items
      .filter((item) => heldIt(item, back, restoredAt))
      .map((item): IdentifierPlace => ({ name: item.name, store: item.store }));
    const inFlash = visit.flashCookies.flatMap((cookie) =>
      cookie.entries
        .filter((entry) => entry.hash === hash)
        .map((entry): IdentifierPlace => ({ name: `${cookie.name}.${entry.name}`, store: 'flash-cookie' })),
    );
    const sources = [...kept, ...inFlash];
    if (sources.length === 0) return [];
    const host = back.cookie?.domain ?? back.host;
    const places = [{ name, store }, ...sources];
    return [
      { kind: store, name, restored: true, host, at: restoredAt, count: 1 },
      { kind: 'identifier', places, host, at: restoredAt, count: places.length },
    ];
  });
};
