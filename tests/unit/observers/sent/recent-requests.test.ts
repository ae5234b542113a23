import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SentRequest } from '../../../../observers/sent/sent-request.ts';
import { clock } from '../../../../observers/clock.ts';
import { loadedRequest } from '../../../../observers/sent/page-requests.ts';
import { readSentMessage } from '../../../../observers/sent/sent-messages.ts';
import { createSentRing, MAX_KEPT, MAX_PER_HOST } from '../../../../observers/sent/recent-requests.ts';

const request = (url: string, at: number, body: string | null = null): SentRequest => ({
  ...{ url, at, body },
  method: 'POST',
  source: 'page',
  by: null,
});

describe('the ring', () => {
  it('gives the last twenty of a host, the newest first, whatever came in between', () => {
    const ring = createSentRing();
    for (let at = 0; at < 50; at += 1) {
      ring.add(request('https://a.example/x', at));
      ring.add(request('https://b.example/x', at));
    }
    expect(ring.of('a.example').map(({ at }) => at)).toEqual(Array.from({ length: MAX_PER_HOST }, (_, n) => 49 - n));
    expect(ring.of('other.example')).toEqual([]);
  });

  it('drops the oldest of all when it is full', () => {
    const ring = createSentRing();
    const body = 'x'.repeat(MAX_KEPT / 4);
    for (let at = 0; at < 5; at += 1) ring.add(request(`https://h${String(at)}.example/`, at, body));
    expect([0, 1, 2, 3, 4].map((n) => ring.of(`h${String(n)}.example`).length)).toEqual([0, 0, 1, 1, 1]);
  });

  it('is bounded, and throws nothing, whatever is sent', () => {
    const any = fc.record({ url: fc.oneof(fc.webUrl(), fc.string()), size: fc.nat(MAX_KEPT * 2), at: fc.nat() });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (all) => {
        const ring = createSentRing();
        for (const { url, size, at } of all) ring.add(request(url, at, 'x'.repeat(size)));
        const hosts = new Set(all.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).hostname] : [])));
        const kept = [...hosts].flatMap((host) => ring.of(host));
        expect(kept.reduce((sum, { url, body }) => sum + url.length + (body?.length ?? 0), 0)).toBeLessThanOrEqual(
          MAX_KEPT,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('the channel', () => {
  it.each([
    null,
    5,
    'sent',
    {},
    { type: 'sent' },
    { type: 'sent', requests: 1 },
    { type: 'carried', host: 1 },
    { type: 'x' },
  ])('passes over %j', (input) => {
    expect(readSentMessage(input)).toBeNull();
  });

  it('takes what the page loads by itself, and leaves what the background tells', () => {
    const entry = { name: 'https://a.example/p.gif?x=1', initiatorType: 'img', startTime: 10 };
    expect(loadedRequest(entry)).toMatchObject({
      url: entry.name,
      method: 'GET',
      at: clock.at(10),
      body: null,
    });
    for (const initiatorType of ['fetch', 'xmlhttprequest', 'beacon'])
      expect(loadedRequest({ ...entry, initiatorType })).toBeNull();
    expect(loadedRequest({ ...entry, name: 'data:image/gif,x' })).toBeNull();
  });
});
