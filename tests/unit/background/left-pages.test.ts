/** Which records are still of a page that is there? The pages are asked; nobody's word is taken for theirs. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import { SessionLedger } from '../../../ledger/border/session-ledger.ts';
import { watchLeftPages } from '../../../background/left-pages.ts';
import { NOON, page, request } from '../../../tools/builders/observations.ts';

/** What the page of each tab answers; a tab that is not named has nobody who would. */
let answers: Map<number, unknown>;
let lines: ((line: unknown) => void)[];
let removed: ((tab: number) => void)[];
let replaced: ((added: number, removed: number) => void)[];
const ids = { root: 'r'.repeat(32), document: 'd'.repeat(32) };
const hang = new Promise<never>(() => undefined);

beforeEach(() => {
  fakeBrowser.reset();
  answers = new Map();
  [lines, removed, replaced] = [[], [], []];
  const keep = (list: unknown[]) => ({ addListener: (listener: unknown) => list.push(listener) });
  vi.spyOn(browser, 'tabs', 'get').mockReturnValue({
    onRemoved: keep(removed),
    onReplaced: keep(replaced),
    sendMessage: (tab: number, message: unknown, { frameId }: { frameId?: number }) => {
      expect([message, frameId]).toEqual([{ type: 'which-page' }, 0]);
      if (!answers.has(tab)) return Promise.reject(new Error('Receiving end does not exist.'));
      return answers.get(tab) === hang ? hang : Promise.resolve(answers.get(tab));
    },
  } as never);
  vi.spyOn(browser, 'runtime', 'get').mockReturnValue({ id: 'us', onConnect: keep(lines) } as never);
});

async function recordOf(tab: number): Promise<SessionLedger> {
  const ledger = new SessionLedger(fakeBrowser.storage.session, () => undefined);
  const head = { ...ids, startedAt: NOON, frame: 'top' } as const;
  await ledger.take(tab, { message: { type: 'opened', ...head, page: page() }, dropped: 0 });
  return ledger;
}

describe('a record', () => {
  it.each<[string, unknown, boolean]>([
    ['its own page answers', ids, true],
    ['its own page answers from another view', { ...ids, document: 'another' }, true],
    ['another page answers', { ...ids, root: 'x'.repeat(32) }, false],
    ['something else answers', { requests: [] }, false],
    ['nobody answers', undefined, false],
    ['the page is stuck', hang, true],
  ])('%s', async (_name, answer, stays) => {
    vi.useFakeTimers();
    const ledger = await recordOf(1);
    if (answer !== undefined) answers.set(1, answer);
    const { present } = watchLeftPages(ledger);
    const found = present();
    await vi.advanceTimersByTimeAsync(1000);
    expect([...(await found).keys()]).toEqual(stays ? [1] : []);
    expect((await ledger.visit(1)) !== null).toBe(stays);
    vi.useRealTimers();
  });

  it('is asked for at every start, before what the browser tells is added to it', async () => {
    const ledger = await recordOf(1);
    watchLeftPages(ledger);
    expect(await ledger.takeFromNetwork(1, () => [request('next-page.example')])).toBeNull();
  });

  it('goes with its tab, and with the id of a tab that has got another', async () => {
    const ledger = await recordOf(1);
    answers.set(1, ids);
    watchLeftPages(ledger);
    replaced[0]?.(2, 1);
    expect(await ledger.visit(1)).toBeNull();
    // The same storage, another queue: the answer comes a turn later.
    await recordOf(3);
    removed[0]?.(3);
    await vi.waitFor(async () => expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual([]));
  });
});

describe('a line', () => {
  function connect(sender: object): () => void {
    let cut = (): void => undefined;
    lines[0]?.({ sender, onDisconnect: { addListener: (listener: () => void) => (cut = listener) } });
    return () => cut();
  }
  const sender = { id: 'us', frameId: 0, tab: { id: 1, incognito: false } };

  it('that breaks has the page asked', async () => {
    const ledger = await recordOf(1);
    answers.set(1, ids);
    watchLeftPages(ledger);
    const cut = connect(sender);
    cut();
    await vi.waitFor(async () => expect(await ledger.visit(1)).not.toBeNull());
    answers.delete(1);
    cut();
    await vi.waitFor(async () => expect(await ledger.visit(1)).toBeNull());
  });

  it.each([
    ['another extension', { ...sender, id: 'them' }],
    ['a private window', { ...sender, tab: { id: 1, incognito: true } }],
    ['no tab', { id: 'us' }],
  ])('of %s is none', async (_name, from) => {
    const ledger = await recordOf(1);
    answers.set(1, ids);
    watchLeftPages(ledger);
    await ledger.visits();
    answers.delete(1);
    connect(from)();
    expect(await ledger.visit(1)).not.toBeNull();
  });
});
