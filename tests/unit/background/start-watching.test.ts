import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startWatching, startWatchingInTab } from '../../../background/start-watching.ts';
import { isOfThePage } from '../../../recognition/host-name.ts';
import { stubPermissions } from './stub-permissions.ts';

interface Frame {
  frameId: number;
  documentId?: string;
  result?: unknown;
}

const FILES = ['/content-scripts/page.js', '/content-scripts/page-details.js'];
const ALL_FILES = ['/content-scripts/sent.js', ...FILES];

/** What is asked for in a target: the ordinary scripts, and after them the one in the page's own world, which looks for them. */
const inOrder = (target: object, files = FILES) => [
  [{ target, files }],
  [{ target, files: ['/content-scripts/page-world.js'], world: 'MAIN' }],
];

/** The browser with these frames in the tab; gives what was asked of it after the look at the frames. */
function stubFrames(frames: readonly Frame[]) {
  const started = vi.fn();
  Object.assign(fakeBrowser.scripting, {
    executeScript: (injection: { files?: string[] }) => {
      if (injection.files === undefined) return Promise.resolve(frames);
      started(injection);
      return Promise.resolve([]);
    },
  });
  return started;
}

beforeEach(() => {
  stubPermissions();
});

const page: Frame = { frameId: 0, documentId: 'd0', result: 'www.artist.example' };

describe('startWatchingInTab', () => {
  it('asks for both scripts at once, before anything is waited for', () => {
    const started = stubFrames([]);
    void startWatchingInTab(7);
    expect(started.mock.calls).toEqual(inOrder({ tabId: 7, allFrames: true }));
  });

  it('fails when the browser does not let us in', async () => {
    Object.assign(fakeBrowser.scripting, { executeScript: () => Promise.reject(new Error('Cannot access the page')) });
    await expect(startWatchingInTab(7)).rejects.toThrow('Cannot access the page');
  });
});

describe('startWatching', () => {
  it('goes on where the page’s own world stays closed', async () => {
    const refused = (injection: { files?: string[]; world?: string }) =>
      injection.world === 'MAIN' ? Promise.reject(new Error('No')) : Promise.resolve([page]);
    Object.assign(fakeBrowser.scripting, { executeScript: refused });
    await expect(startWatching(7)).resolves.toBeUndefined();
  });

  it('starts both scripts in the page and in frames of its own or of the listed sites, and in no other', async () => {
    const started = stubFrames([
      page,
      { frameId: 1, documentId: 'd1', result: 'shop.artist.example' },
      { frameId: 2, documentId: 'd2', result: 'www.tracker.example' },
      { frameId: 3, documentId: 'd3', result: 'forms.sonymusic.com' },
      { frameId: 4, documentId: 'd4', result: null },
    ]);
    await startWatching(7, { host: 'www.artist.example', documentId: 'd0' });
    expect(started.mock.calls).toEqual(inOrder({ tabId: 7, documentIds: ['d0', 'd1', 'd3'] }, ALL_FILES));
  });

  it('goes by the number of the frame where the browser tells no document', async () => {
    const started = stubFrames([
      { frameId: 0, result: 'a.example' },
      { frameId: 5, result: 'a.example' },
    ]);
    await startWatching(7, { host: 'a.example', documentId: undefined });
    expect(started.mock.calls).toEqual(inOrder({ tabId: 7, frameIds: [0, 5] }, ALL_FILES));
  });

  it.each<[string, Frame[]]>([
    ['another document of the same host', [{ ...page, documentId: 'later' }]],
    ['another host', [{ ...page, result: 'www.bank.example' }]],
    ['no page', []],
    ['a page that tells no host', [{ ...page, result: undefined }]],
  ])('leaves the tab alone when it shows %s by now', async (_what, frames) => {
    const started = stubFrames(frames);
    await startWatching(7, { host: 'www.artist.example', documentId: 'd0' });
    expect(started).not.toHaveBeenCalled();
  });

  it('takes the page that is there when no document is meant', async () => {
    const started = stubFrames([page]);
    await startWatching(7);
    expect(started).toHaveBeenCalledTimes(2);
  });
});

describe('isOfThePage', () => {
  it.each([
    ['a.example', 'www.a.example', true],
    ['www.a.example', 'a.example', true],
    ['b.a.example', 'a.example', true],
    ['nota.example', 'a.example', false],
    ['a.example', 'b.a.example', false],
    ['', 'a.example', false],
  ])('%s in %s: %s', (frame, of, expected) => {
    expect(isOfThePage(frame, of)).toBe(expected);
  });
});
