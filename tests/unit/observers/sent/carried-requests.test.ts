import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { carriedRequests } from '../../../../observers/sent/carried-requests.ts';
import type { AskedPage } from '../../../../recognition/asked-page.ts';
import { stubPermissions } from '../../background/stub-permissions.ts';

const PAGE = { host: 'www.bobdylan.com', path: '/tour' };
const HOSTS = ['a.example'];

const list = (over: object = {}): object => ({
  ...{ host: PAGE.host, path: PAGE.path, count: 3, found: 1 },
  requests: [{ url: 'https://a.example/?n=1', initiator: 'img', at: 10 }],
  ...over,
});

/** The browser with these answers of frames, and what the page's script says. */
function stub(frames: readonly unknown[] | Error, reply?: unknown, there = true): void {
  Object.assign(fakeBrowser.scripting, {
    executeScript: () =>
      frames instanceof Error
        ? Promise.reject(frames)
        : Promise.resolve(frames.map((result, frameId) => ({ frameId, result }))),
  });
  Object.assign(fakeBrowser.tabs, {
    sendMessage: () =>
      reply === undefined ? Promise.reject(new Error('Receiving end does not exist.')) : Promise.resolve(reply),
    get: () => (there ? Promise.resolve({}) : Promise.reject(new Error('No tab with id: 7.'))),
  });
}
const ask = (page: AskedPage = PAGE) => carriedRequests(7, page, HOSTS);

beforeEach(() => {
  fakeBrowser.reset();
  stubPermissions();
});

describe('what a page sent', () => {
  it('is the page’s own list where nobody else answers', async () => {
    stub([list()]);
    expect(await ask()).toEqual({
      state: 'found',
      requests: [{ url: 'https://a.example/?n=1', method: null, body: null, bodyUnread: false, at: 10 }],
      left: 0,
      full: false,
    });
  });

  it('is joined by what the browser told of, bodies too, and nothing stands twice', async () => {
    const sent = { url: 'https://a.example/?n=1', method: 'POST', body: 'x=1', at: 11, source: 'page', by: null };
    stub([list()], { requests: [sent, { ...sent, url: 'https://a.example/bin', body: null }, { url: 3 }, null] });
    const answer = await ask();
    expect(answer).toMatchObject({ state: 'found', left: 0 });
    expect(
      answer.state === 'found' && answer.requests.map(({ url, body, bodyUnread }) => [url, body, bodyUnread]),
    ).toEqual([
      ['https://a.example/?n=1', 'x=1', false],
      ['https://a.example/bin', null, true],
    ]);
  });

  it.each([null, 'yes', {}, { requests: 'many' }])('is the page’s own list where the answer is %j', async (reply) => {
    stub([list()], reply);
    expect(await ask()).toMatchObject({ state: 'found', requests: [{ url: 'https://a.example/?n=1' }] });
  });

  it('comes from frames of the same site, and from no other', async () => {
    const from = (host: string, n: number): object =>
      list({ host, requests: [{ url: `https://a.example/?n=${n}`, initiator: 'beacon', at: n }] });
    stub([list(), from('shop.bobdylan.com', 2), from('player.example', 3), null, 'nonsense']);
    const answer = await ask();
    expect(answer.state === 'found' && answer.requests.map(({ url, bodyUnread }) => [url, bodyUnread])).toEqual([
      ['https://a.example/?n=1', false],
      ['https://a.example/?n=2', true],
    ]);
  });

  it('says how many are not shown, and that the browser’s list is full', async () => {
    stub([list({ count: 250, found: 31 })]);
    expect(await ask()).toMatchObject({ state: 'found', left: 30, full: true });
  });

  it.each([
    ['none is left', [list({ found: 0, requests: [] })], undefined, { state: 'none', full: false }],
    ['the list is full', [list({ count: 250, found: 0, requests: [] })], undefined, { state: 'none', full: true }],
    ['another page is there', [list({ host: 'www.other.example' })], undefined, { state: 'gone' }],
    ['another address is there', [list({ path: '/' })], undefined, { state: 'gone' }],
    ['no page answers', [], undefined, { state: 'gone' }],
    ['the browser refuses', new Error('Cannot access'), undefined, { state: 'refused' }],
  ])('%s', async (_what, frames, reply, expected) => {
    stub(frames, reply);
    expect(await ask()).toEqual(expected);
  });

  it.each<[string, AskedPage, object, boolean]>([
    ['its own document, under another name', { ...PAGE, root: 'r1' }, { path: '/en/tour', root: 'r1' }, true],
    ['another document of the same address', { ...PAGE, root: 'r1' }, { root: 'r2' }, false],
    ['a page below it', { ...PAGE, path: '/' }, {}, false],
    ['a page that only begins alike', PAGE, { path: '/tours' }, false],
    [
      'a long path, of which the record has the beginning',
      { ...PAGE, path: '/artists/%E5…' },
      { path: '/artists/%E5%AE' },
      true,
    ],
    ['another long path', { ...PAGE, path: '/artists/%E5…' }, { path: '/artists/%E6%AE' }, false],
    ['a page whose script knows no document', { ...PAGE, root: 'r1' }, {}, true],
  ])('is told of %s: %o', async (_name, page, answers, isFound) => {
    stub([list(answers)]);
    expect((await ask(page)).state).toBe(isFound ? 'found' : 'gone');
  });

  it('on a site in one document is what this page of it sent', async () => {
    const sent = { url: 'https://a.example/now', method: 'POST', body: 'x=1', at: 21, source: 'page', by: null };
    const before = { ...sent, url: 'https://a.example/before', at: 19 };
    stub([list({ root: 'r1', since: 20, found: 0, requests: [] })], { requests: [before, sent] });
    expect(await ask({ ...PAGE, root: 'r1' })).toMatchObject({
      state: 'found',
      requests: [{ url: sent.url }],
      left: 0,
    });
  });

  it('the tab is closed', async () => {
    stub(new Error('No tab'), undefined, false);
    expect(await ask()).toEqual({ state: 'gone' });
  });
});
