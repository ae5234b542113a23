import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailWords, hostWords, scopesOf, subjectWords } from '../../../words/evidence-words.ts';
import type { Evidence } from '../../../findings/evidence.ts';
import { makeEvidence } from '../components/report-fixture.ts';

const KINDS: readonly Evidence['what'][] = [
  'request',
  'pixel',
  'frame',
  'cookie',
  'local',
  'form',
  'field',
  'link',
  'consent',
  'geolocation',
  'flash-object',
  'flash-cookie',
  'identifier',
  'disguise',
  'read-out',
  'upload',
  'typed-text',
  'absence',
];

describe('detail', () => {
  it.each<[Evidence['what'], string, string]>([
    ['cookie', 'session', 'ends when you close the browser'],
    ['cookie', 'until 2028-01-09', 'until 9 January 2028'],
    ['request', '/a.js /b.js /c.js', 'paths /a.js and 2 more'],
    ['request', '/a.js', 'path /a.js'],
    ['flash-object', 'swfobject movie quality', 'placed by a script, parameters: movie and quality'],
    ['flash-object', 'ruffle', 'shown by the Ruffle player'],
    ['consent', 'none-yet', 'no choice stored yet'],
    ['consent', 'something new', 'something new'],
    ['field', 'https://subs.sonymusicfans.com/submit', 'sent to https://subs.sonymusicfans.com/submit'],
    ['form', 'Join the mailing list', 'Join the mailing list'],
    ['link', 'accounts.spotify.com/authorize user-read-email', 'accounts.spotify.com/authorize'],
    ['disguise', 'shape /g/collect v, tid, cid', 'recognised by its path /g/collect and the parameters v, tid and cid'],
    ['disguise', 'shape /gtm.js id', 'recognised by its path /gtm.js and the parameter id'],
    ['disguise', 'shape /cdn-cgi/rum', 'recognised by its path /cdn-cgi/rum'],
    ['disguise', 'alias label.sc.omtrdc.net', 'the address stands for label.sc.omtrdc.net'],
    ['disguise', 'something new', 'something new'],
    ['typed-text', 'sha256', 'as a hash (SHA-256)'],
    ['typed-text', 'plain', 'as it was typed'],
    ['typed-text', 'rot13', 'rot13'],
    ['local', '', ''],
    ['cookie', 'restored', 'came back after it was removed'],
    ['session', 'restored', 'came back after it was removed'],
    ['read-out', 'canvas webgl', 'how it draws a test picture and which graphics card is used'],
    ['read-out', 'something-new', 'something-new'],
    ['geolocation', 'granted', 'allowed'],
    ['geolocation', 'prompt', 'not answered so far'],
    ['upload', '/in /more', 'paths /in and 1 more'],
  ])('%s "%s" reads "%s"', (what, detail, words) => {
    expect(detailWords(makeEvidence({ what, subject: 'x', detail }))).toBe(words);
  });
});

describe('subject', () => {
  it.each<[Evidence['what'], string, string]>([
    ['absence', 'policy-link', 'a link to a privacy policy'],
    ['geolocation', 'www.bobdylan.com/near.js', 'www.bobdylan.com/near.js'],
    ['cookie', 'granted', 'granted'],
    ['request', 'www.clarity.ms', 'www.clarity.ms'],
  ])('%s "%s" reads "%s"', (what, subject, words) => {
    expect(subjectWords(makeEvidence({ what, subject }))).toBe(words);
  });
});

it.each([
  ['www.clarity.ms', '/tag', 'www.clarity.ms', ''],
  ['Shop', 'www.amazon.com/x', 'www.amazon.com', ''],
  ['_ga', 'session', 'bobdylan.com', 'bobdylan.com'],
])('%s, %s: the host %s is told as "%s"', (subject, detail, host, words) => {
  expect(hostWords(makeEvidence({ what: 'link', subject, detail, host }))).toBe(words);
});

describe('permissions', () => {
  it('are told in words, what saving music needs first', () => {
    const link = makeEvidence({
      what: 'link',
      subject: 'Pre-save',
      detail: 'accounts.spotify.com/authorize user-read-email user-library-modify something-new',
    });
    expect(scopesOf(link)).toEqual([
      { name: 'user-library-modify', words: 'change your saved music', needed: true },
      { name: 'user-read-email', words: 'see your e-mail address', needed: false },
      { name: 'something-new', words: null, needed: null },
    ]);
  });

  it('belong to links alone', () => {
    expect(scopesOf(makeEvidence({ what: 'request', subject: 'x', detail: '/a streaming' }))).toEqual([]);
    expect(scopesOf(makeEvidence({ what: 'link', subject: 'x', detail: 'example.org/' }))).toEqual([]);
  });
});

it('anything that a page writes gives words and never throws', () => {
  const odd = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'until 9999-99-99'));
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), odd, odd, (what, subject, detail) => {
      const seen = makeEvidence({ what, subject, detail });
      expect(typeof subjectWords(seen)).toBe('string');
      expect(typeof detailWords(seen)).toBe('string');
      for (const scope of scopesOf(seen)) expect(detail).toContain(scope.name);
    }),
  );
});
