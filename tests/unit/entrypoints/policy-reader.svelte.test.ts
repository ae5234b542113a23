// @vitest-environment happy-dom
/** Is what is read told of the page that it is of, and of no other? */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PopupTab } from '../../../components/popup/popup-state.ts';
import type { ReadPage } from '../../../components/popup/policy-reader.ts';
import { TabPolicyReader } from '../../../entrypoints/popup/policy-reader.svelte.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';

const found = vi.hoisted(() => ({
  prepareStudy: vi.fn(),
  readPolicyPage: vi.fn(),
  readPage: vi.fn(),
  answerOf: vi.fn(),
}));
vi.mock('../../../entrypoints/popup/read-in-popup.ts', () => found);

const TAB: PopupTab = { id: 1, url: 'https://www.sonymusic.com/privacy-policy.html', incognito: false };
const answered = (root: string): PopupTab => ({ ...TAB, page: { root, document: root } });
const NOBODY: PopupTab = { ...TAB, page: null };
const PAGE = { reading: {}, statements: [], kept: { kind: 'not-kept' }, change: null } as unknown as ReadPage;

let tab: PopupTab = $state.raw(TAB);
let reader: TabPolicyReader;
/** Ends the reading that is under way. */
let finish: (page: ReadPage) => void;

/** The tab is this from now on, and who follows it has heard so. */
function become(now: PopupTab): void {
  tab = now;
  flushSync();
}

beforeEach(() => {
  tab = TAB;
  found.readPolicyPage.mockResolvedValue({});
  found.readPage.mockImplementation(
    () =>
      new Promise<ReadPage>((resolve) => {
        finish = resolve;
      }),
  );
  reader = new TabPolicyReader(() => tab, shippedKnowledge(), []);
});
afterEach(() => {
  reader.close();
});

/** Presses, and waits until the page is being read. */
async function press(): Promise<void> {
  void reader.read(null);
  await vi.waitFor(() => {
    expect(found.readPage).toHaveBeenCalled();
  });
}

describe.each([
  ['it has not answered yet', TAB],
  ['nobody was there to answer yet', NOBODY],
  ['it has answered', answered('one')],
])('of a page that is read when %s', (_when, then) => {
  beforeEach(() => {
    become(then);
  });

  it('is told while it is read, and after', async () => {
    const pressed = press();
    expect(reader.state.is).toBe('reading');
    await pressed;
    become(answered('one'));
    expect(reader.state.is).toBe('reading');
    finish(PAGE);
    await vi.waitFor(() => {
      expect(reader.state).toEqual({ is: 'read', page: PAGE });
    });
    become({ ...answered('one'), url: `${TAB.url ?? ''}#terms` });
    expect(reader.state.is).toBe('read');
  });

  it.each([
    ['loaded again', answered('two')],
    ['another address', { ...answered('two'), url: 'https://www.sonymusic.com/' }],
  ])('nothing is told once the tab shows another: %s', async (_what, next) => {
    await press();
    become(answered('one'));
    become(next);
    expect(reader.state.is).toBe('none');
    finish(PAGE);
    await new Promise((resolve) => setTimeout(resolve));
    expect(reader.state.is).toBe('none');
  });

  it('nothing is told once another is there that answers later, where it answered after it was read', async () => {
    await press();
    finish(PAGE);
    await vi.waitFor(() => {
      expect(reader.state.is).toBe('read');
    });
    become(answered('one'));
    expect(reader.state.is).toBe('read');
    become(answered('two'));
    expect(reader.state.is).toBe('none');
  });
});

it('starts no worker for a press that has come already', async () => {
  reader.prepare();
  await press();
  expect(found.prepareStudy).not.toHaveBeenCalled();
  finish(PAGE);
  await vi.waitFor(() => {
    expect(reader.state.is).toBe('read');
  });
  reader.prepare();
  await vi.waitFor(() => {
    expect(found.prepareStudy).toHaveBeenCalledOnce();
  });
});
