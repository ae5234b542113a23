import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { appendBatch, endRecording, leaveLog } from '../../../capture/border/recording-log.ts';
import {
  describeRecordedPicture,
  recordPicture,
  removeRecordedPicture,
} from '../../../capture/border/recorded-pictures.ts';
import { openRecording } from '../../../capture/border/open-recording.ts';
import * as kept from '../../../capture/border/recordings.ts';
import { MAX_CAPTURE_NAME } from '../../../capture/capture.ts';
import { foldLog, type LogEntry } from '../../../capture/fold-log.ts';
import { readCapture } from '../../../capture/read-capture.ts';
import { findRecordings, LEAST_ROOM, MAX_ALL_BYTES, MAX_RECORDING_BYTES } from '../../../capture/recording.ts';
import { RECORDER } from '../../../ledger/stored-session.ts';
import { toStored } from '../../../ledger/stored-value.ts';
import { openVisit } from '../../../ledger/visit.ts';
import { makeConditions } from '../../../tools/builders/captures.ts';
import { makePicture, pngBytes } from '../../../tools/builders/pictures.ts';
import { NOON, page, request } from '../../../tools/builders/observations.ts';

const START = { name: 'First', note: 'On a clean profile', startedAt: NOON, conditions: makeConditions() };
const persist = vi.fn(() => Promise.resolve(true));
/** What the background answers. */
let answer: unknown;

const pageEntry = (document: string, tab = 7): LogEntry => ({
  kind: 'page',
  at: NOON,
  tab,
  visit: openVisit(document, NOON, page()),
});
const factsEntry = (document: string, hosts: readonly string[], tab = 7): LogEntry => ({
  kind: 'facts',
  tab,
  document,
  observations: hosts.map((host) => request(host)),
});
const noted = { at: NOON + 5, dropped: 0, isInterrupted: false };

async function started(over: Partial<kept.RecordingStart> = {}): Promise<string> {
  const result = await kept.startRecording({ ...START, ...over });
  if (result.kind !== 'started') throw new Error(result.why);
  await fakeBrowser.storage.session.set({
    [RECORDER.key]: toStored(RECORDER, { state: 'running', id: result.id, since: NOON, dropped: 0 }),
  });
  return result.id;
}

/** Changes what stands in the database as nobody of ours would. */
async function tamper(store: string, change: (value: Record<string, unknown>) => Record<string, unknown> | null) {
  const database = await openDB('liner-notes.recordings', 2);
  const written = database.transaction(store, 'readwrite');
  for (let cursor = await written.store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const changed = change(cursor.value as Record<string, unknown>);
    await (changed === null ? cursor.delete() : cursor.update(changed));
  }
  await written.done;
  database.close();
}

beforeEach(async () => {
  fakeBrowser.reset();
  persist.mockReset().mockResolvedValue(true);
  answer = { done: 'x' };
  vi.stubGlobal('navigator', { storage: { persist } });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => Promise.resolve(answer) as never);
  await kept.deleteAllRecordings();
});

describe('a recording', () => {
  it('is begun after the browser was asked to keep it for good, and opens as a capture that can be read', async () => {
    persist.mockImplementationOnce(async () => {
      expect((await kept.listRecordings()).recordings).toEqual([]);
      return true;
    });
    const id = await started();
    expect(persist).toHaveBeenCalledOnce();
    const log = [pageEntry('document-1'), factsEntry('document-1', ['a.example', 'a.example', 'b.example'])];
    expect(await appendBatch(id, log.slice(0, 1), noted)).toBe('kept');
    expect(await appendBatch(id, log.slice(1), { ...noted, dropped: 4, isInterrupted: true })).toBe('kept');
    await endRecording(id, NOON + 9, 1);
    const opened = await openRecording(id);
    if (opened.state !== 'read') throw new Error(opened.state);
    const { capture, recording } = opened;
    expect(capture).toMatchObject({ ...foldLog(log), leftOut: 5, startedAt: NOON, endedAt: NOON + 9, name: 'First' });
    expect(readCapture(JSON.parse(JSON.stringify(capture)))).toMatchObject({ state: 'read' });
    expect(recording).toMatchObject({ state: 'stopped', facts: 3, pages: 1, dropped: 5, interruptions: 1, batches: 2 });
    expect(recording.bytes).toBe(JSON.stringify(log.slice(0, 1)).length + JSON.stringify(log.slice(1)).length);
  });

  it.each([
    [{ failed: 'runs-already' }, 'runs-already'],
    [{ failed: 'broken', words: 'no' }, 'broken'],
    [undefined, 'broken'],
  ])('that the background does not begin (%j) leaves nothing behind', async (reply, why) => {
    answer = reply;
    expect(await kept.startRecording(START)).toMatchObject({ kind: 'not-started', why });
    expect((await kept.listRecordings()).recordings).toEqual([]);
  });

  it('that nobody has stopped counts as cut off once the recorder runs it no more', async () => {
    const id = await started();
    await appendBatch(id, [pageEntry('document-1')], noted);
    expect((await kept.listRecordings()).recordings).toMatchObject([{ state: 'running', endedAt: null }]);
    expect(await kept.recordingState()).toMatchObject({ state: 'running', id, pages: 1 });
    // As when the browser was closed.
    await fakeBrowser.storage.session.clear();
    expect((await kept.listRecordings()).recordings).toMatchObject([{ state: 'cut-off', endedAt: NOON + 5 }]);
    expect(await openRecording(id)).toMatchObject({ state: 'read', capture: { endedAt: NOON + 5 } });
    expect(await kept.recordingState()).toEqual({ state: 'idle' });
  });

  it('can be named, described, found by name, note and host, and deleted', async () => {
    const first = await started();
    await appendBatch(first, [pageEntry('document-1')], noted);
    const second = await started({ name: 'x'.repeat(500), startedAt: NOON + 1 });
    expect(await kept.describeRecording(first, { name: ' Before consent ', note: 'Été 2026' })).toBe(true);
    expect(await kept.describeRecording('nobody-0', { name: 'x' })).toBe(false);
    const { recordings } = await kept.listRecordings();
    expect(recordings.map(({ id }) => id)).toEqual([second, first]);
    expect(recordings[0]?.name).toHaveLength(MAX_CAPTURE_NAME);
    const host = openVisit('d', NOON, page()).address.host;
    const found = ['CONSENT before', 'été', host, 'nowhere', ''].map((words) =>
      findRecordings(recordings, words).map(({ id }) => id),
    );
    expect(found).toEqual([[first], [first], [first], [], [second, first]]);
    await kept.deleteRecording(first);
    expect(await openRecording(first)).toEqual({ state: 'missing' });
    expect(await appendBatch(first, [pageEntry('document-2')], noted)).toBe('deleted');
    await kept.deleteAllRecordings();
    expect((await kept.listRecordings()).recordings).toEqual([]);
  });

  it('that has all it may have ends, and keeps what it has', async () => {
    const id = await started();
    await appendBatch(id, [pageEntry('document-1')], noted);
    await tamper('recordings', (value) => ({ ...value, bytes: MAX_RECORDING_BYTES }));
    expect(await appendBatch(id, [factsEntry('document-1', ['a.example'])], noted)).toBe('too-large');
    expect(await appendBatch(id, [factsEntry('document-1', ['a.example'])], noted)).toBe('deleted');
    expect(await openRecording(id)).toMatchObject({
      state: 'read',
      recording: { state: 'full', dropped: 1, batches: 1 },
    });
  });

  it('does not begin where all recordings together have all the room, and begins once one is deleted', async () => {
    const first = await started();
    await appendBatch(first, [pageEntry('document-1')], noted);
    await endRecording(first, NOON + 9, 0);
    await tamper('recordings', (value) => ({ ...value, bytes: MAX_ALL_BYTES - LEAST_ROOM + 1 }));
    expect(await kept.startRecording(START)).toEqual({ kind: 'not-started', why: 'no-room' });
    await kept.deleteRecording(first);
    expect(await kept.startRecording(START)).toMatchObject({ kind: 'started' });
  });

  it('ends where all together have all the room, keeps what it has, and counts what was deleted meanwhile', async () => {
    const other = await started();
    await endRecording(other, NOON + 9, 0);
    const id = await started();
    expect(await appendBatch(id, [pageEntry('document-1')], noted)).toBe('kept');
    const grow = (of: string, bytes: number) =>
      tamper('recordings', (value) => (value.id === of ? { ...value, bytes } : value));
    await grow(other, MAX_ALL_BYTES - LEAST_ROOM);
    await grow(id, LEAST_ROOM - 10);
    // The others were summed up when they were small: nothing but this one may grow meanwhile.
    leaveLog();
    const more = [factsEntry('document-1', ['a.example'])];
    expect(await appendBatch(id, more, noted)).toBe('no-room');
    expect(await openRecording(id)).toMatchObject({ recording: { state: 'no-room', dropped: 1, batches: 1 } });
    const next = await started({ startedAt: NOON + 20 }).catch((error: unknown) => error);
    expect(next).toEqual(new Error('no-room'));
    await kept.deleteRecording(other);
    const last = await started({ startedAt: NOON + 30 });
    expect(await appendBatch(last, [pageEntry('document-1'), ...more], noted)).toBe('kept');
    expect(await openRecording(last)).toMatchObject({ state: 'read', recording: { facts: 1 } });
  });

  it('goes on when its connection is closed by the browser, by a later version, or when all is deleted', async () => {
    const id = await started();
    await appendBatch(id, [pageEntry('document-1')], noted);
    const opens = vi.spyOn(indexedDB, 'open');
    await appendBatch(id, [factsEntry('document-1', ['a.example'])], noted);
    await appendBatch(id, [factsEntry('document-1', ['b.example'])], noted);
    expect(opens).not.toHaveBeenCalled();
    // As the browser closes one: nothing is told before the next transaction.
    const close = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    expect(await appendBatch(id, [factsEntry('document-1', ['c.example'])], noted)).toBe('kept');
    expect(opens).toHaveBeenCalledOnce();
    close.mockRestore();
    expect(await openRecording(id)).toMatchObject({ state: 'read', recording: { facts: 3, batches: 4 } });
    await kept.deleteAllRecordings();
    expect(await appendBatch(id, [factsEntry('document-1', ['d.example'])], noted)).toBe('deleted');
    // Whoever deletes the database itself is not kept waiting by the connection that is held.
    await deleteDB('liner-notes.recordings');
    expect(await appendBatch(id, [factsEntry('document-1', ['d.example'])], noted)).toBe('deleted');
  });

  it('is heard of by every page that follows', async () => {
    const tell = vi.fn();
    const stop = kept.followRecordings(tell);
    const id = await started();
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(1));
    await appendBatch(id, [pageEntry('document-1')], noted);
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(2));
    stop();
  });
});

it('whatever the disk does not take, in whatever moment of a batch, what was kept opens whole', async () => {
  const moments = fc.array(fc.constantFrom('taken', 'at the batch', 'at its numbers'), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(moments, async (disk) => {
      const id = await started();
      await appendBatch(id, [pageEntry('document-1')], noted);
      const takenFacts: string[] = [];
      for (const [at, moment] of disk.entries()) {
        const host = `h${String(at)}.example`;
        const store = { taken: null, 'at the batch': 'batches', 'at its numbers': 'recordings' }[moment];
        const full = (['add', 'put'] as const).map((name) => {
          // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store that is spied on
          const real = IDBObjectStore.prototype[name];
          return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, value) {
            const request = real.call(this, value as never);
            // As the browser ends a transaction for which there is no room.
            if (this.name === store)
              request.addEventListener('success', () => {
                this.transaction.abort();
              });
            return request;
          });
        });
        const result = await appendBatch(id, [factsEntry('document-1', [host])], noted).catch(() => 'refused');
        for (const spy of full) spy.mockRestore();
        expect(result).toBe(store === null ? 'kept' : 'refused');
        if (store === null) takenFacts.push(host);
        const opened = await openRecording(id);
        if (opened.state !== 'read') throw new Error(opened.state);
        const hosts = opened.capture.facts.map(({ observation }) => 'address' in observation && observation.address);
        expect(hosts.map((address) => (address as { host: string }).host)).toEqual(takenFacts);
      }
      await kept.deleteRecording(id);
    }),
    { numRuns: 20 },
  );
});

describe('a picture', () => {
  const PNG = pngBytes(1280, 800);
  const { page: _page, file: _file, ...facts } = makePicture(PNG);
  const picture = { ...facts, document: 'document-1' };
  const add = (id: string, over = {}, bytes = PNG) => recordPicture(id, { ...picture, ...over }, bytes);
  const opened = async (id: string) => {
    const read = await openRecording(id);
    if (read.state !== 'read') throw new Error(JSON.stringify(read));
    return read;
  };

  it('is kept with the recording that runs, with its page, and counts in its size', async () => {
    const id = await started();
    expect(await add('another')).toEqual({ state: 'none' });
    expect(await add(id)).toEqual({ state: 'not-of-it' });
    await appendBatch(id, [pageEntry('document-0', 6), pageEntry('document-1')], noted);
    const before = (await opened(id)).recording.bytes;
    expect(await add(id)).toEqual({ state: 'kept', recording: id, number: 1 });
    expect(await add(id)).toEqual({ state: 'kept', recording: id, number: 2 });
    await describeRecordedPicture({ recording: id, number: 2 }, 'No way to refuse');
    await removeRecordedPicture({ recording: id, number: 1 });
    await endRecording(id, NOON + 9, 0);
    expect(await add(id)).toEqual({ state: 'none' });
    const { recording, capture, pictureFiles } = await opened(id);
    expect(recording).toMatchObject({ bytes: before + PNG.length, pictures: 1, pictureBytes: PNG.length });
    expect(capture.pictures).toEqual([{ ...facts, page: 2, file: 'picture-2.png', caption: 'No way to refuse' }]);
    expect(pictureFiles.get('picture-2.png')).toEqual({ state: 'whole', bytes: PNG });
    expect(readCapture(JSON.parse(JSON.stringify(capture)))).toEqual({ state: 'read', capture });
    await kept.deleteRecording(id);
    // What is gone is described and deleted without harm.
    await describeRecordedPicture({ recording: id, number: 2 }, 'x');
    await removeRecordedPicture({ recording: id, number: 2 });
    expect(await openRecording(id)).toEqual({ state: 'missing' });
  });

  it('that finds no room is not kept, and ends nothing', async () => {
    const id = await started();
    await appendBatch(id, [pageEntry('document-1')], noted);
    for (const full of [{ bytes: MAX_RECORDING_BYTES }, { pictures: 50 }, { pictureBytes: 80_000_000 }]) {
      const { recording } = await opened(id);
      await tamper('recordings', (value) => ({ ...value, ...full }));
      expect(await add(id)).toEqual({ state: 'full' });
      await tamper('recordings', () => ({ ...recording }));
    }
    expect((await opened(id)).recording).toMatchObject({ state: 'running', pictures: 0 });
  });

  it('that is damaged is told of, and the recording opens; one that is missing is damage of the whole', async () => {
    const id = await started();
    await appendBatch(id, [pageEntry('document-1')], noted);
    await add(id);
    await tamper('pictures', (value) => ({ ...value, bytes: flipped(value.bytes as Uint8Array) }));
    expect((await opened(id)).pictureFiles.get('picture-1.png')).toMatchObject({ state: 'changed' });
    await tamper('pictures', (value) => ({ ...value, picture: { ...picture, document: 'document-9' } }));
    expect(await openRecording(id)).toEqual({ state: 'damaged', where: 'pictures' });
    await tamper('pictures', () => null);
    expect(await openRecording(id)).toEqual({ state: 'damaged', where: 'pictures' });
  });
});

describe('a long recording', () => {
  /** About 260 bytes a fact: the beginning is a part of the first batches. */
  async function long(batches = 30): Promise<{ id: string; log: LogEntry[] }> {
    const id = await started();
    const log: LogEntry[] = [pageEntry('document-1')];
    await appendBatch(id, log, noted);
    for (let at = 0; at < batches; at += 1) {
      const hosts = Array.from({ length: 100 }, (_, index) => `host-${String(at)}-${String(index)}.example`);
      const entry = factsEntry('document-1', hosts);
      log.push(entry);
      await appendBatch(id, [entry], noted);
    }
    return { id, log };
  }

  it('shows its beginning, tells how far it is read, and comes to the same as at once', async () => {
    const { id, log } = await long(120);
    const told: number[] = [];
    const opened = await openRecording(id, (beginning, { facts }) => {
      expect(facts).toBe(12_000);
      expect(readCapture(JSON.parse(JSON.stringify(beginning)))).toMatchObject({ state: 'read' });
      const whole = foldLog(log);
      expect(beginning.facts.length).toBeGreaterThanOrEqual(100);
      expect(beginning.facts.length).toBeLessThan(2000);
      expect(beginning.facts).toEqual(whole.facts.slice(0, beginning.facts.length));
      told.push(beginning.facts.length);
      return Promise.resolve((read) => {
        told.push(read);
        return true;
      });
    });
    expect(opened).toMatchObject({ state: 'read', capture: foldLog(log) });
    expect(opened).toEqual(await openRecording(id));
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(12_000);
  });

  it('is read no further than somebody wants it', async () => {
    const { id } = await long(120);
    expect(await openRecording(id, () => Promise.resolve(null))).toBeNull();
    expect(await openRecording(id, () => Promise.resolve(() => false))).toBeNull();
  });

  it('that is short is not told in parts', async () => {
    const { id } = await long(1);
    const follow = vi.fn();
    expect(await openRecording(id, follow)).toMatchObject({ state: 'read', recording: { facts: 100 } });
    expect(follow).not.toHaveBeenCalled();
  });

  it('is missing where it is deleted while it is read, and damaged where its end is', async () => {
    const { id } = await long();
    const last = async () => {
      await tamper('batches', (value) => (value.number === 31 ? { ...value, hash: null } : value));
      return () => true;
    };
    expect(await openRecording(id, last)).toEqual({ state: 'damaged', where: 'batch 31' });
    const deleted = async () => {
      await kept.deleteRecording(id);
      return () => true;
    };
    expect(await openRecording(id, deleted)).toEqual({ state: 'missing' });
  });
});

describe('what is damaged or newer', () => {
  async function recorded(): Promise<string> {
    const id = await started();
    for (const [at, host] of ['a.example', 'b.example', 'c.example'].entries())
      await appendBatch(id, [...(at === 0 ? [pageEntry('document-1')] : []), factsEntry('document-1', [host])], noted);
    return id;
  }

  it.each<[string, string, (value: Record<string, unknown>) => Record<string, unknown> | null, object]>([
    ['a byte', 'batches', (value) => ({ ...value, text: flipped(value.text as Uint8Array) }), { where: 'batch 1' }],
    ['a part', 'batches', (value) => (value.number === 2 ? null : value), { where: 'batch 2' }],
    ['the last part', 'batches', (value) => (value.number === 3 ? null : value), { where: 'batch 3' }],
    ['the hash', 'batches', (value) => ({ ...value, hash: null }), { where: 'batch 1' }],
    ['the numbers', 'recordings', (value) => ({ ...value, facts: 7 }), { where: 'recording' }],
    ['the form', 'recordings', (value) => ({ ...value, hosts: 'x' }), { where: 'recording' }],
  ])('%s: is told', async (_, store, change, damage) => {
    const id = await recorded();
    await tamper(store, change);
    expect(await openRecording(id)).toEqual({ state: 'damaged', ...damage });
  });

  it('stands apart in the list, and can be deleted', async () => {
    const damaged = await recorded();
    await tamper('recordings', (value) => ({ ...value, hosts: 1 }));
    const newer = await started();
    await tamper('recordings', (value) => (value.id === newer ? { ...value, version: 9 } : value));
    const list = await kept.listRecordings();
    expect(list).toMatchObject({ recordings: [], damaged: [damaged], newer: [newer] });
    // What cannot be read takes its room too.
    expect(list.bytes).toBeGreaterThan(0);
    expect(await openRecording(newer)).toEqual({ state: 'newer', version: 9 });
    for (const id of [damaged, newer]) await kept.deleteRecording(id);
    expect(await kept.listRecordings()).toMatchObject({ damaged: [], newer: [] });
  });
});

function flipped(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[5] = (changed[5] ?? 0) ^ 1;
  return changed;
}

it('counts of any log are those of what it folds to', async () => {
  const entry = fc.oneof(
    fc
      .record({ document: fc.constantFrom('document-1', 'document-2'), tab: fc.integer({ min: 1, max: 3 }) })
      .map(({ document, tab }) => pageEntry(document, tab)),
    fc
      .record({
        document: fc.constantFrom('document-1', 'document-2'),
        tab: fc.integer({ min: 1, max: 3 }),
        hosts: fc.array(fc.constantFrom('a.example', 'b.example'), { maxLength: 3 }),
      })
      .map(({ document, tab, hosts }) => factsEntry(document, hosts, tab)),
    fc
      .record({ document: fc.constantFrom('document-1', 'document-2'), tab: fc.integer({ min: 1, max: 3 }) })
      .chain(({ document, tab }) =>
        fc
          .constantFrom('left' as const, 'withheld' as const)
          .map((kind): LogEntry => ({ kind, at: NOON, tab, document })),
      ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(entry, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), async (batches) => {
      const id = await started();
      for (const batch of batches) await appendBatch(id, batch, noted);
      const { pages, facts } = foldLog(batches.flat());
      const opened = await openRecording(id);
      expect(opened).toMatchObject({
        state: pages.length === 0 ? 'empty' : 'read',
        recording: { pages: pages.length, facts: facts.length },
      });
      if (opened.state === 'read') expect(opened.capture.pages).toEqual(JSON.parse(JSON.stringify(pages)));
      await kept.deleteRecording(id);
    }),
    { numRuns: 60 },
  );
});
