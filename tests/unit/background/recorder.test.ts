import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startRecorder, type Recorder } from '../../../background/recorder.ts';
import * as recordingLog from '../../../capture/border/recording-log.ts';
import { openRecording } from '../../../capture/border/open-recording.ts';
import * as kept from '../../../capture/border/recordings.ts';
import { foldLog, type LogEntry } from '../../../capture/fold-log.ts';
import type { Observation } from '../../../ledger/observation.ts';
import type { ReadMessage } from '../../../ledger/read-message.ts';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import { makeConditions } from '../../../tools/builders/captures.ts';
import { NOON, page, request, stored } from '../../../tools/builders/observations.ts';

const TABS = [1, 2, 3];
const DISK_FULL = new DOMException('The disk is full.', 'QuotaExceededError');

/** The extension's background: a worker at a time, each with a ledger and a recorder of its own over the same storage. */
class Background {
  ledger!: SessionLedger;
  recorder!: Recorder;
  readonly setRecording = vi.fn();
  readonly announce = vi.fn(() => Promise.resolve());
  /** What waits in a page until it is asked for. */
  handOver: () => Promise<unknown> = () => Promise.resolve();
  /** False in a worker that was ended: nothing of it reaches a storage or the database any more. */
  #life = { isAlive: true };

  constructor() {
    this.restart();
  }

  /** Ends the worker at once, whatever it does, and starts another. */
  restart(): void {
    this.#life.isAlive = false;
    const life = { isAlive: true };
    this.#life = life;
    const area = fakeBrowser.storage.session;
    const guarded = {
      get: (keys: never) => (life.isAlive ? area.get(keys) : NEVER),
      set: (values: never) => (life.isAlive ? area.set(values) : NEVER),
      remove: (keys: never) => (life.isAlive ? area.remove(keys) : NEVER),
    };
    this.ledger = new SessionLedger(guarded as never, () => undefined);
    this.recorder = startRecorder(this.ledger, {
      area: guarded as never,
      // Asked in the turn in which a batch is handed to the database, so that it tells which worker's batch that is.
      now: () => {
        writer = life;
        return NOON + 10;
      },
      setRecording: this.setRecording,
      announce: this.announce,
      handOver: () => this.handOver(),
    });
  }
}

const NEVER = new Promise<never>(() => undefined);
const digest = crypto.subtle.digest.bind(crypto.subtle);
/** Asked anew behind each wait: it is ended meanwhile. */
const isEnded = ({ isAlive }: { readonly isAlive: boolean }): boolean => !isAlive;
/** The worker whose batch is written. */
let writer = { isAlive: true };
let background: Background;
/** All that the database has confirmed, in order. */
let confirmed: LogEntry[];
/** How many of the next batches the disk does not take. */
let refusals: number;
const appendBatch = recordingLog.appendBatch;

vi.mock('../../../capture/border/recording-log.ts', async (original) => {
  const actual = await original<typeof recordingLog>();
  return { ...actual, appendBatch: vi.fn(actual.appendBatch) };
});

function opened(document: string): ReadMessage {
  return {
    message: { type: 'opened', document, root: `root of ${document}`, startedAt: NOON, frame: 'top', page: page() },
    dropped: 0,
  };
}
function observed(document: string, observations: readonly Observation[], dropped = 0): ReadMessage {
  const root = `root of ${document}`;
  return { message: { type: 'observed', document, root, startedAt: NOON, frame: 'top', observations }, dropped };
}

async function begin(): Promise<string> {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(((message: { type: string; id: string }) =>
    message.type === 'start-recording' ? background.recorder.start(message.id) : background.recorder.stop()) as never);
  const result = await kept.startRecording({ name: '', note: '', startedAt: NOON, conditions: makeConditions() });
  if (result.kind !== 'started') throw new Error(result.why);
  return result.id;
}

async function captureOf(id: string) {
  const found = await openRecording(id);
  if (found.state !== 'read') throw new Error(found.state);
  return found;
}

/** Settles when the database has no batch to write any more. */
const written = async () => {
  await background.ledger.visits();
  await vi.waitFor(async () => {
    const before = confirmed.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(confirmed.length).toBe(before);
  });
};

beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { storage: { persist: () => Promise.resolve(true) } });
  confirmed = [];
  refusals = 0;
  const actual = await vi.importActual<typeof recordingLog>('../../../capture/border/recording-log.ts');
  vi.mocked(appendBatch).mockImplementation(async (...batch) => {
    const life = writer;
    if (isEnded(life)) return NEVER;
    if (refusals > 0) {
      refusals -= 1;
      throw DISK_FULL;
    }
    const result = await actual.appendBatch(...batch);
    // The database confirms nothing to a worker that was ended; what it has taken it has.
    if (result === 'kept') confirmed.push(...batch[1]);
    return isEnded(life) ? NEVER : result;
  });
  // The hash is made beside the worker's turns: one that is ended meanwhile does not come to open its transaction. What a transaction
  // that was begun writes stands before all that the next worker writes.
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...of) => {
    const life = writer;
    const hash = await digest(...of);
    return isEnded(life) ? NEVER : hash;
  });
  background = new Background();
  await kept.deleteAllRecordings();
});

describe('the recorder', () => {
  it('keeps each thing that happens, one by one, from the records that are there to the stop', async () => {
    await background.ledger.take(1, opened('document-1'));
    await background.ledger.take(1, observed('document-1', [request('before.example')]));
    const id = await begin();
    await background.ledger.take(1, observed('document-1', [request('a.example'), request('a.example')]));
    await background.ledger.take(2, opened('document-2'));
    await background.ledger.record(2, 'document-2', [stored('x')]);
    await background.ledger.leave(1, 'root of document-1');
    const visit = await background.ledger.visit(2);
    background.handOver = () => background.ledger.take(2, observed('document-2', [request('late.example')]));
    expect(await kept.stopRecording()).toEqual({ done: id });
    const { capture, recording } = await captureOf(id);
    expect(recording).toMatchObject({ state: 'stopped', facts: 4, pages: 2, dropped: 0, interruptions: 0 });
    expect(capture.facts.map(({ page: of, observation }) => [of, observation.kind])).toEqual([
      [1, 'request'],
      [1, 'request'],
      [2, 'stored-item'],
      [2, 'request'],
    ]);
    expect(capture.pages.map(({ leftAt }) => leftAt === null)).toEqual([false, true]);
    expect(capture.pages[0]?.visit.hosts.map(({ host }) => host)).toEqual(['before.example', 'a.example']);
    expect(capture.pages[1]?.visit.items).toEqual(visit?.items);
    await background.ledger.take(2, observed('document-2', [request('after.example')]));
    expect((await captureOf(id)).recording.facts).toBe(4);
  });

  it('hears nothing while none runs', async () => {
    await background.ledger.take(1, opened('document-1'));
    await background.ledger.take(1, observed('document-1', [request('a.example')]));
    expect(appendBatch).not.toHaveBeenCalled();
    expect(background.setRecording).not.toHaveBeenCalled();
    expect(await background.recorder.isRunning()).toBe(false);
  });

  it('says that one runs to each worker, before anything is recorded, and to all others once', async () => {
    await begin();
    expect(background.announce.mock.calls).toEqual([[true]]);
    background.restart();
    expect(await background.recorder.isRunning()).toBe(true);
    await kept.stopRecording();
    expect(background.setRecording.mock.calls).toEqual([[true], [true], [false]]);
    expect(background.announce.mock.calls).toEqual([[true], [false]]);
  });

  it('refuses a second one, one that is not in the database, and a stop where none runs', async () => {
    expect(await background.recorder.stop()).toEqual({ failed: 'none-runs' });
    expect(await background.recorder.start('nobody-knows')).toEqual({ failed: 'unknown' });
    const id = await begin();
    const second = await kept.startRecording({ name: '', note: '', startedAt: NOON, conditions: makeConditions() });
    expect(second).toEqual({ kind: 'not-started', why: 'runs-already' });
    await kept.stopRecording();
    expect(await background.recorder.start(id)).toEqual({ failed: 'unknown' });
  });

  it('drops and counts what a full disk does not take, leaves what was kept whole, and goes on when it can', async () => {
    await background.ledger.take(1, opened('document-1'));
    const id = await begin();
    await background.ledger.take(1, observed('document-1', [request('a.example')]));
    await written();
    const before = await captureOf(id);
    refusals = 2;
    for (const host of ['lost.example', 'lost-too.example']) {
      await background.ledger.take(1, observed('document-1', [request(host)]));
      await vi.waitFor(() => expect(refusals).toBe(host === 'lost.example' ? 1 : 0));
    }
    await vi.waitFor(async () => expect(await kept.recordingState()).toMatchObject({ state: 'running', dropped: 2 }));
    expect((await captureOf(id)).capture).toEqual(before.capture);
    // The number outlives the worker.
    background.restart();
    await background.ledger.take(1, observed('document-1', [request('b.example')]));
    await kept.stopRecording();
    const { capture, recording } = await captureOf(id);
    expect(recording).toMatchObject({ dropped: 2, interruptions: 1, facts: 2 });
    expect(capture.leftOut).toBe(2);
    // The page's record has it all, since it is told anew.
    expect(capture.pages[0]?.visit.hosts).toHaveLength(4);
  });

  it('has the records told anew in the same worker once the disk takes batches again', async () => {
    const id = await begin();
    refusals = 1;
    await background.ledger.take(1, opened('document-1'));
    await vi.waitFor(() => expect(refusals).toBe(0));
    await background.ledger.take(1, observed('document-1', [request('a.example')]));
    await written();
    await kept.stopRecording();
    const { capture } = await captureOf(id);
    expect(capture.pages[0]?.visit).toEqual(JSON.parse(JSON.stringify(await background.ledger.visit(1))));
  });

  it('has the records told anew also where the disk takes batches again only as the recording is stopped', async () => {
    const id = await begin();
    refusals = 1;
    await background.ledger.take(1, opened('document-1'));
    await vi.waitFor(() => expect(refusals).toBe(0));
    // On its way, and not taken yet, when the stop goes on.
    background.handOver = () => {
      void background.ledger.take(1, observed('document-1', [request('a.example')]));
      return Promise.resolve();
    };
    await kept.stopRecording();
    const { capture } = await captureOf(id);
    expect(capture.pages[0]?.visit).toEqual(JSON.parse(JSON.stringify(await background.ledger.visit(1))));
  });

  it('ends when the recording is deleted while it runs', async () => {
    await background.ledger.take(1, opened('document-1'));
    const id = await begin();
    await kept.deleteRecording(id);
    await background.ledger.take(1, observed('document-1', [request('a.example')]));
    await vi.waitFor(async () =>
      expect(await kept.recordingState()).toEqual({ state: 'failed', id, reason: 'deleted' }),
    );
    await vi.waitFor(async () => expect(await background.recorder.isRunning()).toBe(false));
    expect((await kept.listRecordings()).recordings).toEqual([]);
  });

  it('writes down that a page is withheld, also in a worker that was woken by it, and nothing where none runs', async () => {
    const withheld: LogEntry = { kind: 'withheld', at: NOON + 4, tab: 1, document: 'document-1' };
    await background.recorder.note(withheld);
    await background.ledger.take(1, opened('document-1'));
    const id = await begin();
    await background.ledger.take(1, observed('document-1', [request('a.example')]));
    background.restart();
    await background.recorder.note(withheld);
    await kept.stopRecording();
    const { capture, recording } = await captureOf(id);
    expect(capture.pages.map(({ withheldAt }) => withheldAt)).toEqual([NOON + 4]);
    expect(capture.ended).toBe('stopped');
    await background.recorder.note(withheld);
    expect((await captureOf(id)).recording).toEqual(recording);
  });

  it('goes on when the person deletes all records', async () => {
    await background.ledger.take(1, opened('document-1'));
    const id = await begin();
    await background.ledger.forgetAll();
    background.restart();
    await background.ledger.take(1, opened('document-2'));
    await kept.stopRecording();
    const { capture } = await captureOf(id);
    expect(capture.pages.map(({ visit, leftAt }) => [visit.document, leftAt === null])).toEqual([
      ['document-1', false],
      ['document-2', true],
    ]);
  });
});

describe('a worker that is ended at any moment', () => {
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), tab: fc.constantFrom(...TABS) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('observe' as const),
        tab: fc.constantFrom(...TABS),
        hosts: fc.array(fc.constantFrom('a.example', 'b.example', 'c.example'), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), tab: fc.constantFrom(...TABS) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('die' as const), after: fc.integer({ min: 0, max: 12 }) }),
    },
  );

  it('loses nothing that was confirmed as kept, and the records at the end are the ledger’s', async () => {
    let deaths = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), async (steps) => {
        fakeBrowser.reset();
        confirmed = [];
        background = new Background();
        const id = await begin();
        const documents = new Map<number, string>();
        let made = 0;
        for (const one of steps) {
          const { ledger } = background;
          if (one.do === 'die') {
            // In the middle of whatever the worker does.
            for (let turn = 0; turn < one.after; turn += 1) await Promise.resolve();
            if (one.after % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
            background.restart();
            deaths += 1;
            continue;
          }
          const document = documents.get(one.tab);
          if (one.do === 'open') {
            made += 1;
            documents.set(one.tab, `document-${String(made)}`);
            void ledger.take(one.tab, opened(`document-${String(made)}`));
          } else if (document !== undefined && one.do === 'observe') {
            void ledger.take(
              one.tab,
              observed(
                document,
                one.hosts.map((host) => request(host)),
                made % 2,
              ),
            );
          } else if (document !== undefined) {
            void ledger.leave(one.tab, `root of ${document}`);
          }
        }
        const shown = await background.ledger.visits();
        expect(await kept.stopRecording()).toEqual({ done: id });
        const found = await openRecording(id);
        // Exactly what was confirmed, in its order.
        const folded = foldLog(JSON.parse(JSON.stringify(confirmed)) as LogEntry[]);
        expect(found).toMatchObject(
          folded.pages.length === 0
            ? { state: 'empty', recording: { facts: 0, pages: 0 } }
            : { state: 'read', recording: { state: 'stopped', facts: folded.facts.length, dropped: 0 } },
        );
        await kept.deleteRecording(id);
        if (found.state !== 'read') return;
        expect(found.capture).toMatchObject(folded);
        for (const [, visit] of shown) {
          const page = found.capture.pages.find((one) => one.visit.document === visit.document);
          expect(page?.visit).toEqual(JSON.parse(JSON.stringify(visit)));
        }
      }),
      { numRuns: 250 },
    );
    expect(deaths).toBeGreaterThan(1000);
  }, 120_000);
});
