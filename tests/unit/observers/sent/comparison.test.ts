// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SentRequest } from '../../../../observers/sent/sent-request.ts';
import type { CompareReply } from '../../../../observers/sent/sent-messages.ts';
import { createSentWatch, type SentWatch } from '../../../../observers/sent/comparison.ts';
import { fill, goTo, idleAtOnce, must } from '../test-document.ts';
import { watchPage, type WatchedPage } from '../watched-page.ts';

const TEXT = 'under the quiet harbour lights';
const HOST = 'in.company.example';

let reply: () => Promise<CompareReply>;
let isThere: boolean;
let watch: SentWatch;
let page: WatchedPage;

const sent = (body: string, more: Partial<SentRequest> = {}): SentRequest => ({
  url: `https://${HOST}/x`,
  method: 'POST',
  body,
  at: Date.now(),
  source: 'page',
  by: null,
  ...more,
});

function type(text: string): void {
  const field = must(document.querySelector('input'));
  field.value = text;
  const event = new Event('input', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  field.dispatchEvent(event);
}

/** Types a text, sends it, and gives how often that was told. */
function typeAndSend(text: string, more: Partial<SentRequest> = {}): number {
  type(text);
  vi.advanceTimersByTime(10);
  watch.take([sent(text, more)]);
  vi.advanceTimersByTime(10);
  return page.take('typed-text').length;
}

const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
  goTo('https://www.artist.example/join');
  fill('<form><label for="e">A line</label><input id="e" name="line"></form>');
  document.title = 'Join';
  reply = () => Promise.resolve({ allowed: true, document: 'D1' });
  isThere = true;
  watch = createSentWatch({ isThere: () => isThere, mayCompare: () => reply() });
  page = watchPage(watch.observer);
});
afterEach(() => {
  watch.end();
  vi.useRealTimers();
});

describe('the watch over what is sent', () => {
  it('reads nothing before it may', async () => {
    reply = () => Promise.resolve({ allowed: false, document: 'D1' });
    watch.begin();
    expect(typeAndSend(TEXT)).toBe(0);
    await settled();
    expect(typeAndSend(`${TEXT} again`)).toBe(0);
    expect(watch.of(HOST)).toEqual([]);
  });

  it('compares and remembers while it may, in a visit that began before it', async () => {
    watch.begin();
    await settled();
    expect(typeAndSend(TEXT)).toBe(1);
    expect(watch.of(HOST).map(({ body }) => body)).toEqual([TEXT]);
  });

  it('ends in the middle of a word, and forgets what was typed and sent', async () => {
    watch.begin();
    await settled();
    type(TEXT);
    vi.advanceTimersByTime(10);
    watch.take([sent('something else')]);
    watch.end();
    watch.take([sent(TEXT)]);
    expect(typeAndSend(`${TEXT} again`)).toBe(0);
    expect(watch.of(HOST)).toEqual([]);
    // Given again: what was typed before is not known any more, what is typed now is.
    watch.begin();
    await settled();
    watch.take([sent(TEXT)]);
    expect(page.take('typed-text')).toEqual([]);
    expect(typeAndSend('the second line of the evening')).toBe(1);
  });

  it('does not begin by an answer that came after the end', async () => {
    let answer: (reply: CompareReply) => void = () => undefined;
    reply = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    watch.begin();
    watch.end();
    answer({ allowed: true, document: 'D1' });
    await settled();
    expect(typeAndSend(TEXT)).toBe(0);
  });

  it('ends when it may no more as it comes back, and where nobody answers', async () => {
    for (const later of [
      () => Promise.resolve({ allowed: false, document: 'D1' }),
      () => Promise.reject(new Error('Extension context invalidated.')),
    ]) {
      reply = () => Promise.resolve({ allowed: true, document: 'D1' });
      watch.begin();
      await settled();
      reply = later;
      watch.begin();
      await settled();
      expect(typeAndSend(TEXT)).toBe(0);
    }
  });

  it('compares each text once when it is begun twice', async () => {
    watch.begin();
    watch.begin();
    await settled();
    watch.begin();
    await settled();
    expect(typeAndSend(TEXT)).toBe(1);
  });

  it('takes nothing that another document of the tab has sent', async () => {
    watch.begin();
    await settled();
    expect(typeAndSend(TEXT, { of: 'D0' })).toBe(0);
    expect(watch.of(HOST)).toEqual([]);
    expect(typeAndSend('the second line of the evening', { of: 'D1' })).toBe(1);
  });

  it('takes nothing that was sent before it began, where the browser names no documents', async () => {
    reply = () => Promise.resolve({ allowed: true, document: null });
    watch.begin();
    await settled();
    watch.take([sent('goodbye', { at: performance.timeOrigin - 1000 })]);
    expect(watch.of(HOST)).toEqual([]);
    watch.take([sent('hello')]);
    expect(watch.of(HOST).map(({ body }) => body)).toEqual(['hello']);
  });

  it('ends when the extension has gone', async () => {
    watch.begin();
    await settled();
    isThere = false;
    expect(typeAndSend(TEXT)).toBe(0);
    isThere = true;
    expect(typeAndSend(`${TEXT} again`)).toBe(0);
  });
});
