import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askPagesToTell } from '../../../background/announce-recording.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';

const TAB = 7;
const ledger = { visits: () => Promise.resolve(new Map([[TAB, makeVisit()]])) };
/** How each frame is answered for, once it has handed over. */
let answers: Map<number, (reply: unknown) => void>;
let isOver: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  answers = new Map();
  isOver = false;
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([
    { frameId: 0, documentId: '' },
    { frameId: 3, documentId: '' },
    { frameId: 4, documentId: '' },
  ] as never);
  const sendMessage = (_tab: number, message: unknown, { frameId = -1 }: { frameId?: number }): Promise<unknown> => {
    expect(message).toEqual({ type: 'hand-over' });
    // Of the last one nobody watches anything.
    if (frameId === 4) return Promise.reject(new Error('Could not establish connection.'));
    return new Promise((resolve) => answers.set(frameId, resolve));
  };
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(sendMessage as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const ask = async (): Promise<void> => {
  void askPagesToTell(ledger).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(0);
};

it('waits until the page and each of its frames have said that what they held is taken', async () => {
  await ask();
  answers.get(0)?.(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(isOver).toBe(false);
  answers.get(3)?.(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver).toBe(true);
});

it('is held by no frame that is stuck', async () => {
  await ask();
  answers.get(0)?.(true);
  await vi.advanceTimersByTimeAsync(3000);
  expect(isOver).toBe(true);
});

it('asks the page by itself where its frames cannot be listed', async () => {
  vi.mocked(browser.scripting.executeScript).mockRejectedValue(new Error('Cannot access contents of the page.'));
  await ask();
  expect([...answers.keys()]).toEqual([0]);
  answers.get(0)?.(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver).toBe(true);
});
