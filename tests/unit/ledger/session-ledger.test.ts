import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadMessage } from '../../../ledger/read-message.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { visitKey } from '../../../ledger/piece-keys.ts';
import { readVisit } from '../../../ledger/visit-pieces.ts';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import { NOON, page, request, stored } from '../../../tools/builders/observations.ts';

const TAB = 7;

/** What a document says when a visit of it begins. `root`: the document, where it is not that of one visit alone. */
function opened(document: string, startedAt: number, frame: 'top' | 'frame' = 'top', root?: string): ReadMessage {
  const of = frame === 'top' ? { root: root ?? `root of ${document}` } : {};
  return { message: { type: 'opened', document, ...of, startedAt, frame, page: page({ at: startedAt }) }, dropped: 0 };
}

function observed(document: string, startedAt: number, observations: Observation[], of?: string): ReadMessage {
  const frame = of === undefined ? 'top' : 'frame';
  const root = of ?? `root of ${document}`;
  return { message: { type: 'observed', document, root, startedAt, frame, observations }, dropped: 0 };
}
/** What a frame saw that stands in the page of a document. */
const inFrame = (of: string, observations: Observation[], startedAt = NOON): ReadMessage =>
  observed('f1', startedAt, observations, `root of ${of}`);

function makeLedger(area = fakeBrowser.storage.session): SessionLedger {
  return new SessionLedger(area, () => undefined);
}

const hostsOf = async (ledger: SessionLedger, tab = TAB) => (await ledger.visit(tab))?.hosts.map(({ host }) => host);

beforeEach(() => {
  fakeBrowser.reset();
});

describe('SessionLedger', () => {
  it('opens a visit and adds to it, in the order of the calls', async () => {
    const ledger = makeLedger();
    void ledger.take(TAB, opened('d1', NOON));
    void ledger.take(TAB, observed('d1', NOON, [request('a.example')]));
    void ledger.take(TAB, observed('d1', NOON, [request('b.example')]));
    expect(await hostsOf(ledger)).toEqual(['a.example', 'b.example']);
  });

  it('keeps texts for each tab and nothing in memory alone', async () => {
    await makeLedger().take(TAB, opened('d1', NOON));
    await makeLedger().take(TAB, observed('d1', NOON, [request('a.example')]));
    const kept = await fakeBrowser.storage.session.get(null);
    expect(new Set(Object.values(kept).map((piece) => typeof piece))).toEqual(new Set(['string']));
    expect(readVisit(TAB, kept)?.hosts).toHaveLength(1);
  });

  it('gives the same record however often the worker dies in between', async () => {
    const messages = [
      opened('d1', NOON),
      observed('d1', NOON, [request('a.example'), stored('x')]),
      observed('d1', NOON, [request('a.example')]),
      opened('f1', NOON + 50, 'frame'),
      inFrame('d1', [request('b.example')]),
      opened('d2', NOON + 100),
      observed('d1', NOON, [request('late.example')]),
      observed('d2', NOON + 100, [request('c.example')]),
    ];
    const record = async (deaths: readonly boolean[]): Promise<unknown> => {
      fakeBrowser.reset();
      let ledger = makeLedger();
      for (const [index, message] of messages.entries()) {
        if (deaths[index] === true) ledger = makeLedger();
        await ledger.take(TAB, message);
      }
      return ledger.visit(TAB);
    };
    const undisturbed = await record([]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (deaths) => {
        expect(await record(deaths)).toEqual(undisturbed);
      }),
      { numRuns: 40 },
    );
    expect(undisturbed).toMatchObject({ document: 'd2', hosts: [{ host: 'c.example' }] });
  });

  it('drops what a page says after a newer page has opened', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.take(TAB, opened('d2', NOON + 100));
    await ledger.take(TAB, observed('d1', NOON, [request('late.example')]));
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'd2', hosts: [] });
  });

  it.each([
    ['a clock that was set back by an hour', -3_600_000],
    ['the clock of a process that has slept for eight hours', -28_800_000],
    ['the same millisecond', 0],
    ['a clock that was set forward by a year', 31_536_000_000],
  ])('takes the page that says later that it begins, by %s', async (_name, difference) => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.take(TAB, opened('d2', NOON + difference));
    await ledger.take(TAB, observed('d2', NOON + difference, [request('a.example')]));
    await ledger.take(TAB, opened('d3', NOON));
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'd3', hosts: [] });
  });

  it('counts a frame of the same owner with its page, and not with the next page', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.take(TAB, inFrame('d1', [request('in-frame.example')]));
    expect(await hostsOf(ledger)).toEqual(['in-frame.example']);
    await ledger.take(TAB, opened('d2', NOON));
    // Whatever the frame's own clock says.
    await ledger.take(TAB, inFrame('d1', [request('old-frame.example')], NOON + 999));
    expect(await hostsOf(ledger)).toEqual([]);
  });

  it('hears a frame that outlives a change of view, however old it is', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('home', NOON, 'top', 'root of d1'));
    await ledger.take(TAB, opened('tour', NOON + 60_000, 'top', 'root of d1'));
    await ledger.take(TAB, inFrame('d1', [request('player.example')], NOON + 20));
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'tour', hosts: [{ host: 'player.example' }] });
  });

  it('does not let a frame say where the page is', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    const elsewhere = page({ address: { ...page().address, path: '/elsewhere' } });
    await ledger.take(TAB, inFrame('d1', [elsewhere]));
    expect((await ledger.visit(TAB))?.address).toEqual(page().address);
    await ledger.take(TAB, observed('d1', NOON, [elsewhere]));
    expect((await ledger.visit(TAB))?.address.path).toBe('/elsewhere');
  });

  it('keeps nothing of a frame in a page that is not watched', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('f1', NOON, 'frame'));
    await ledger.take(TAB, inFrame('d1', [request('a.example')]));
    expect(await ledger.visit(TAB)).toBeNull();
    // Nor in a page that is watched, where the frame stands in another one.
    await ledger.take(TAB, opened('d2', NOON));
    await ledger.take(TAB, inFrame('d1', [request('a.example')]));
    expect(await hostsOf(ledger)).toEqual([]);
  });

  it('does not mix tabs, and forgets the one that is asked', async () => {
    const ledger = makeLedger();
    await ledger.take(1, opened('d1', NOON));
    await ledger.take(2, opened('d2', NOON));
    await ledger.take(1, observed('d1', NOON, [request('a.example')]));
    await ledger.take(2, observed('d2', NOON, [request('b.example')]));
    expect(await hostsOf(ledger, 1)).toEqual(['a.example']);
    expect(await hostsOf(ledger, 2)).toEqual(['b.example']);
    await ledger.forget(1);
    expect([...(await ledger.visits()).keys()]).toEqual([2]);
  });

  it('forgets everything at once, and says of how many tabs', async () => {
    const forgotten: number[] = [];
    const ledger = new SessionLedger(fakeBrowser.storage.session, (tab, visit) => {
      if (visit === null) forgotten.push(tab);
    });
    await ledger.take(1, opened('d1', NOON));
    await ledger.take(2, opened('d2', NOON));
    await ledger.salt();
    await fakeBrowser.storage.session.set({ left: 'by an older version' });
    expect(await ledger.forgetAll()).toBe(2);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(forgotten).toEqual([1, 2]);
    expect(await ledger.forgetAll()).toBe(0);
  });

  it('makes a new salt after it has forgotten everything', async () => {
    const ledger = makeLedger();
    const before = await ledger.salt();
    await ledger.forgetAll();
    const after = await ledger.salt();
    expect(after).not.toBe(before);
    expect(await makeLedger().salt()).toBe(after);
  });

  it('brings nothing back that running pages say late, whatever waited in the queue', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    // All at once, as when the worker is busy: what was said before is forgotten, what is said after goes nowhere.
    const said = [
      ledger.take(TAB, observed('d1', NOON, [request('before.example')])),
      ledger.forgetAll(),
      ledger.take(TAB, observed('d1', NOON, [request('late.example')])),
      ledger.take(TAB, inFrame('d1', [request('frame.example')])),
      ledger.record(TAB, 'd1', [stored('late-cookie', 'cookie')]),
    ];
    await Promise.all(said);
    expect(await ledger.visit(TAB)).toBeNull();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    // A page that is opened from here on is recorded as ever.
    await ledger.take(TAB, opened('d2', NOON + 100));
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'd2' });
  });

  it('says when it could not forget, and works again afterwards', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    vi.spyOn(fakeBrowser.storage.session, 'remove').mockRejectedValueOnce(new Error('broken'));
    await expect(ledger.forgetAll()).rejects.toThrow('broken');
    expect(await ledger.forgetAll()).toBe(1);
  });

  it('notes how many observations were malformed', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.take(TAB, { ...observed('d1', NOON, []), dropped: 3 });
    expect((await ledger.visit(TAB))?.limits).toMatchObject([{ observer: 'messages', reason: 'failed', count: 3 }]);
  });

  it('makes room when the storage is full, and keeps the tab that is written', async () => {
    const area = fakeBrowser.storage.session;
    const ledger = makeLedger();
    for (let tab = 1; tab <= 10; tab++) await ledger.take(tab, opened(`d${tab}`, NOON + tab));
    vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await ledger.take(10, observed('d10', NOON + 10, [request('a.example')]));
    expect(await hostsOf(ledger, 10)).toEqual(['a.example']);
    expect([...(await ledger.visits()).keys()]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('tells its caller when there is no room at all, and works again afterwards', async () => {
    const area = fakeBrowser.storage.session;
    const full = vi.spyOn(area, 'set').mockRejectedValue(new Error('full'));
    const ledger = makeLedger();
    await expect(ledger.take(TAB, opened('d1', NOON))).rejects.toThrow('full');
    full.mockRestore();
    await expect(ledger.take(TAB, opened('d1', NOON))).resolves.toMatchObject({ document: 'd1' });
  });

  it('has one salt for a browser session, whichever worker is asked', async () => {
    const salt = await makeLedger().salt();
    expect(salt).not.toBe('');
    expect(await makeLedger().salt()).toBe(salt);
  });

  it('tells whose records had to go, and remembers the pages until they are heard anew', async () => {
    const area = fakeBrowser.storage.session;
    const forgotten: number[] = [];
    const ledger = new SessionLedger(area, (tab, visit) => {
      if (visit === null) forgotten.push(tab);
    });
    for (let tab = 1; tab <= 20; tab++) await ledger.take(tab, opened(`d${tab}`, NOON + tab));
    vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await ledger.take(1, observed('d1', NOON, [request('a.example')]));
    expect(forgotten).toEqual([2, 3]);
    expect(await ledger.take(2, observed('d2', NOON, [request('b.example')]))).toBeNull();
    // The worker after this one knows them too.
    const next = makeLedger();
    expect(await next.wasEvicted('root of d2')).toBe(true);
    expect(await next.wasEvicted('root of d2')).toBe(false);
    expect(await next.wasEvicted('root of d4')).toBe(false);
    expect(await next.wasEvicted('root of d3')).toBe(true);
  });

  it('tells of each change', async () => {
    const changes: [number, string | null][] = [];
    const ledger = new SessionLedger(fakeBrowser.storage.session, (tab, visit) =>
      changes.push([tab, visit?.document ?? null]),
    );
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.forget(TAB);
    expect(changes).toEqual([
      [TAB, 'd1'],
      [TAB, null],
    ]);
  });
});

describe('a worker that has slept', () => {
  it('has all wait that no page tells itself, until it knows which pages are there', async () => {
    await makeLedger().take(1, opened('d1', NOON));
    await makeLedger().take(2, opened('d2', NOON));
    const ledger = makeLedger();
    let know: () => void = () => undefined;
    ledger.waitFor(
      new Promise<void>((resolve) => {
        know = resolve;
      }),
    );
    const told = Promise.all([
      ledger.visits(),
      ledger.record(1, 'd1', [stored('late', 'cookie')]),
      ledger.takeFromNetwork(1, () => [request('late.example')]),
    ]);
    // Pages themselves are heard at once.
    await ledger.take(2, observed('d2', NOON, [request('a.example')]));
    expect([...(await ledger.records()).keys()]).toEqual([1, 2]);
    await ledger.leave(1, 'root of d1');
    know();
    const [visits, ...rest] = await told;
    expect([...visits.keys()]).toEqual([2]);
    expect(rest).toEqual([null, null]);
  });

  it('goes on when it cannot know', async () => {
    const ledger = makeLedger();
    ledger.waitFor(Promise.reject(new Error('broken')));
    await ledger.take(TAB, opened('d1', NOON));
    expect([...(await ledger.visits()).keys()]).toEqual([TAB]);
  });
});

describe('a page that is left', () => {
  const gone = stored('id', 'cookie', { change: 'removed', hash: 'h' });

  it('has no record any more, and the badge is told', async () => {
    const changes: unknown[] = [];
    const ledger = new SessionLedger(fakeBrowser.storage.session, (tab, visit) => changes.push([tab, visit === null]));
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.leave(TAB, 'root of d1');
    expect(await ledger.visit(TAB)).toBeNull();
    expect(changes).toEqual([
      [TAB, false],
      [TAB, true],
    ]);
    // What it says on its way out, its cookies, its frames, its requests: nobody's any more.
    await ledger.take(TAB, observed('d1', NOON, [request('late.example')]));
    await ledger.take(TAB, inFrame('d1', [request('late.example')]));
    await ledger.record(TAB, 'd1', [stored('late', 'cookie')]);
    await ledger.takeFromNetwork(TAB, () => [request('late.example')]);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(changes).toHaveLength(2);
  });

  it('that says so after the next one has begun takes nothing from it', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.take(TAB, opened('d2', NOON));
    await ledger.leave(TAB, 'root of d1');
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'd2' });
  });

  it('ends whichever of its views it is in', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('home', NOON, 'top', 'root of d1'));
    await ledger.take(TAB, opened('tour', NOON, 'top', 'root of d1'));
    await ledger.leave(TAB, 'root of d1');
    expect(await ledger.visit(TAB)).toBeNull();
  });

  it('begins anew when it comes back from the cache', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('first', NOON, 'top', 'root of d1'));
    await ledger.leave(TAB, 'root of d1');
    await ledger.take(TAB, opened('again', NOON, 'top', 'root of d1'));
    await ledger.take(TAB, inFrame('d1', [request('frame.example')]));
    expect(await ledger.visit(TAB)).toMatchObject({ document: 'again', hosts: [{ host: 'frame.example' }] });
  });

  it('leaves no record behind that cannot be read', async () => {
    const ledger = makeLedger();
    await fakeBrowser.storage.session.set({ [visitKey(TAB)]: '{"version":1,"broken' });
    await ledger.leave(TAB, 'root of d1');
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('leaves what was removed on it to the next page of its host, and to no other', async () => {
    const ledger = makeLedger();
    await ledger.take(TAB, opened('d1', NOON));
    await ledger.record(TAB, 'd1', [gone]);
    await ledger.leave(TAB, 'root of d1');
    const later = makeLedger();
    await later.take(TAB, opened('d2', NOON));
    expect((await later.visit(TAB))?.gone).toMatchObject([{ name: 'id' }]);
    await later.leave(TAB, 'root of d2');
    const { message, dropped } = opened('d3', NOON);
    const elsewhere = page({ address: { scheme: 'https', host: 'other.example', path: '/' } });
    await later.take(TAB, { message: { ...message, page: elsewhere } as ReadMessage['message'], dropped });
    expect((await later.visit(TAB))?.gone).toEqual([]);
    await later.forget(TAB);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});

describe('readVisit', () => {
  it.each([[undefined], [null], [12], ['{"version":1}'], ['{"version":3}'], ['not json'], ['null'], ['[]']])(
    'gives null for %j',
    (stored) => {
      expect(readVisit(TAB, { [visitKey(TAB)]: stored })).toBeNull();
    },
  );
});
