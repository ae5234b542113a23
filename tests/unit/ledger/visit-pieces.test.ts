import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation } from '../../../ledger/observation.ts';
import type { ReadMessage } from '../../../ledger/read-message.ts';
import { openVisit, type Visit } from '../../../ledger/visit.ts';
import { LIST_NAMES } from '../../../ledger/list-names.ts';
import { VISIT_LISTS } from '../../../ledger/visit-lists.ts';
import { pieceKeys, visitKey } from '../../../ledger/piece-keys.ts';
import { changedPieces, readVisit, RecordReader } from '../../../ledger/visit-pieces.ts';
import { visitText } from '../../../tools/builders/visits.ts';
import { link, NOON, page, request, stored, visit } from '../../../tools/builders/observations.ts';

const TAB = 7;

const many = (count: number): Observation[] =>
  Array.from({ length: count }, (_, i) => request(`host-${String(i)}.example`));

/** The storage after a visit has been written over what stood there. */
function written(now: Visit, before: Visit | null, storage: Record<string, string> = {}): Record<string, string> {
  return { ...storage, ...changedPieces(TAB, now, before) };
}

describe('what is written of a visit', () => {
  it('is the head and one part, for one more request of a known host', () => {
    const before = foldObservations(visit(), [
      ...many(60),
      ...Array.from({ length: 60 }, (_, i) => stored(`k${String(i)}`)),
    ]);
    const now = foldObservations(before, [request('host-30.example')]);
    expect(Object.keys(changedPieces(TAB, now, before))).toEqual([visitKey(TAB), `list:${String(TAB)}:hosts:1`]);
    const all = Object.values(changedPieces(TAB, now, null)).join('').length;
    expect(Object.values(changedPieces(TAB, now, before)).join('').length).toBeLessThan(all / 2);
  });

  it('is the head alone, where no list has changed', () => {
    const before = foldObservations(visit(), many(60));
    const now = foldObservations(before, [page({ at: NOON + 5000 })]);
    expect(Object.keys(changedPieces(TAB, now, before))).toEqual([visitKey(TAB)]);
  });

  it('leaves no word of what was there before', () => {
    const before = foldObservations(visit(), [...many(60), link('shop'), stored('secret')]);
    const now = openVisit('d2', NOON, page());
    const storage = written(now, before, written(before, null));
    expect(readVisit(TAB, storage)).toEqual(now);
    expect(JSON.stringify(storage)).not.toMatch(/host-|secret|shop/);
  });

  it('stands under the keys that are removed with it', () => {
    const full = LIST_NAMES.reduce<Visit>(
      (sum, list) => ({ ...sum, [list]: Array.from({ length: 1000 }, (_, i) => ({ n: i })) }),
      visit(),
    );
    const storage = written(full, null);
    expect(Object.keys(storage).sort()).toEqual(pieceKeys(TAB).sort());
    expect(readVisit(TAB, storage)).toEqual(full);
  });

  it('takes little more room in pieces than as a whole', () => {
    const full = foldObservations(visit(), [
      ...many(5000),
      ...Array.from({ length: 5000 }, (_, i) => stored(String(i).padEnd(60, 'k'))),
    ]);
    expect(full.leftOut.hosts).toBeGreaterThan(0);
    const room = Object.values(written(full, null)).join('').length;
    expect(room).toBeLessThan(visitText(full).length + 5000);
    expect(VISIT_LISTS.hosts.share).toBeLessThan(room);
  });
});

describe('what is read of a visit', () => {
  const seen = foldObservations(visit(), [...many(60), stored('id')]);
  const storage = written(seen, null);

  it.each(Object.keys(storage))('is damaged where %s is missing or broken', (key) => {
    const { [key]: _gone, ...rest } = storage;
    const reader = new RecordReader(TAB);
    for (const without of [rest, { ...storage, [key]: '{"version":3,"bro' }]) {
      reader.takeAll(without);
      expect(reader.read().state).toBe(without === rest && key === visitKey(TAB) ? 'none' : 'damaged');
    }
    reader.takeAll(storage);
    expect(reader.read()).toEqual({ state: 'read', value: seen });
  });

  it('follows changes, and reads a list anew only where it has changed', () => {
    const reader = new RecordReader(TAB);
    reader.takeAll(storage);
    const first = reader.read();
    const now = foldObservations(seen, [request('host-3.example')]);
    expect(reader.takeChanged({ ...changedPieces(TAB, now, seen), 'visit:8': 'of another tab' })).toBe(true);
    const second = reader.read();
    expect(second).toEqual({ state: 'read', value: now });
    expect(reader.takeChanged({ 'visit:8': 'of another tab' })).toBe(false);
    if (first.state !== 'read' || second.state !== 'read') throw new Error('The record is not read.');
    expect(second.value.items).toBe(first.value.items);
    expect(second.value.hosts).not.toBe(first.value.hosts);
    reader.takeChanged(Object.fromEntries(reader.keys.map((key) => [key, undefined])));
    expect(reader.read()).toEqual({ state: 'none' });
  });
});

describe('a worker that dies at the worst moments', () => {
  type Step =
    | { readonly do: 'tell'; readonly facts: readonly Observation[] }
    | { readonly do: 'open' }
    | { readonly do: 'die' }
    | { readonly do: 'full' };

  const fact: fc.Arbitrary<Observation> = fc.oneof(
    fc.nat(80).map((n) => request(`host-${String(n)}.example`)),
    fc.nat(80).map((n) => stored(`k${String(n)}`, 'local', { hash: 'aa' })),
    fc.nat(80).map((n) => stored(`k${String(n)}`, 'local', { change: 'removed', hash: 'aa' })),
    fc.nat(5).map((n) => link('shop', { text: String(n) })),
    fc.constant<Observation>({ kind: 'look', at: NOON, observer: 'web-storage (local)' }),
    fc.constant<Observation>({
      kind: 'limit',
      at: NOON,
      observer: 'web-storage (local)',
      reason: 'not-permitted',
      count: 0,
    }),
  );
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.array(fact, { maxLength: 40 }).map((facts): Step => ({ do: 'tell', facts })) },
      { weight: 3, arbitrary: fc.constantFrom<Step>({ do: 'open' }, { do: 'die' }, { do: 'full' }) },
    ),
    { maxLength: 25 },
  );
  const message = (document: string, more: object): ReadMessage =>
    ({ message: { document, root: 'root', startedAt: NOON, frame: 'top', ...more }, dropped: 0 }) as ReadMessage;

  it('leaves in its pieces what the fold gives of all messages that were taken', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        fakeBrowser.reset();
        const { session } = fakeBrowser.storage;
        let isFull = false;
        const area = {
          get: session.get.bind(session),
          remove: session.remove.bind(session),
          set: (values: Record<string, unknown>) => (isFull ? Promise.reject(new Error('Full.')) : session.set(values)),
        } as unknown as typeof session;
        let ledger = new SessionLedger(area, () => undefined);
        let count = 0;
        let expected: Visit | null = null;
        for (const step of [{ do: 'open' } as const, ...todo]) {
          if (step.do === 'die') {
            ledger = new SessionLedger(area, () => undefined);
          } else if (step.do === 'full') {
            isFull = true;
            const lost = message(`document ${String(count)}`, { type: 'observed', observations: many(3) });
            await expect(ledger.take(TAB, lost)).rejects.toThrow('Full.');
            isFull = false;
          } else if (step.do === 'open') {
            count += 1;
            const document = `document ${String(count)}`;
            await ledger.take(TAB, message(document, { type: 'opened', page: page() }));
            expected = { ...openVisit(document, NOON, page(), expected), root: 'root' };
          } else {
            await ledger.take(
              TAB,
              message(`document ${String(count)}`, { type: 'observed', observations: step.facts }),
            );
            if (expected !== null) expected = foldObservations(expected, step.facts);
          }
          expect(readVisit(TAB, await session.get(null))).toEqual(expected);
          expect(await ledger.visit(TAB)).toEqual(expected);
        }
        await ledger.forget(TAB);
        expect(Object.keys(await session.get(null)).filter((key) => key !== 'evicted')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
