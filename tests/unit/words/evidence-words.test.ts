import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../english.ts';
import { evidenceKey } from '../../../findings/evidence-key.ts';
import type { Evidence, EvidenceKind, FormTarget } from '../../../findings/evidence.ts';
import {
  chainOf,
  detailWords,
  fullDetailWords,
  hostWords,
  shortSubjects,
  subjectWords,
} from '../../../words/evidence-words.ts';
import { scopesOf } from '../../../words/scope-words.ts';
import { EVIDENCE_KINDS, makeEvidence } from '../../../tools/builders/reports.ts';

const target: FormTarget = { scheme: 'https', host: 'subs.sonymusicfans.com', path: '/submit' };

describe('detail', () => {
  it.each<[Evidence, string]>([
    [makeEvidence({ kind: 'cookie', expiresAt: null }), 'ends when you close the browser'],
    [makeEvidence({ kind: 'cookie', expiresAt: Date.UTC(2028, 0, 9, 12) }), 'until 9 January 2028'],
    [makeEvidence({ kind: 'cookie', expiresAt: 1e300 }), 'until 31 December 9999'],
    [makeEvidence({ kind: 'cookie', restored: true }), 'came back after it was removed'],
    [makeEvidence({ kind: 'session', restored: true }), 'came back after it was removed'],
    [makeEvidence({ kind: 'local' }), ''],
    [makeEvidence({ kind: 'request', paths: ['/a.js', '/b.js', '/c.js'] }), 'paths /a.js and 2 more'],
    [makeEvidence({ kind: 'request', paths: ['/a.js'] }), 'path /a.js'],
    [makeEvidence({ kind: 'request', paths: [''] }), ''],
    [makeEvidence({ kind: 'upload', paths: ['/in', '/more'] }), 'paths /in and 1 more'],
    [makeEvidence({ kind: 'frame', path: '/player', title: 'Listen now' }), 'Listen now'],
    [makeEvidence({ kind: 'frame', path: '/player' }), '/player'],
    [
      makeEvidence({ kind: 'flash-object', form: 'swfobject', parameters: ['movie', 'quality'] }),
      'placed by a script, parameters: movie and quality',
    ],
    [makeEvidence({ kind: 'flash-object', form: 'ruffle' }), 'shown by the Ruffle player'],
    [makeEvidence({ kind: 'flash-cookie', entries: ['volume', 'userId'] }), 'volume, userId'],
    [
      makeEvidence({ kind: 'flash-cookie', entries: ['volume'], damaged: 'not-flash' }),
      'Parts of it are no Flash cookie.',
    ],
    [makeEvidence({ kind: 'consent', choice: 'none-yet' }), 'no choice stored yet'],
    [makeEvidence({ kind: 'field', target }), 'sent to https://subs.sonymusicfans.com/submit'],
    [makeEvidence({ kind: 'field' }), ''],
    [makeEvidence({ kind: 'form', words: ['Join'], target }), 'sent to https://subs.sonymusicfans.com/submit'],
    [makeEvidence({ kind: 'form', calledBy: 'target', words: ['Join', 'News'], target }), 'Join, News'],
    [
      makeEvidence({ kind: 'link', host: 'accounts.spotify.com', path: '/authorize', scopes: ['streaming'] }),
      'accounts.spotify.com/authorize',
    ],
    [
      makeEvidence({ kind: 'disguise', sign: { by: 'shape', path: '/g/collect', parameters: ['v', 'tid', 'cid'] } }),
      'recognised by its path /g/collect and the parameters v, tid and cid',
    ],
    [
      makeEvidence({ kind: 'disguise', sign: { by: 'shape', path: '/gtm.js', parameters: ['id'] } }),
      'recognised by its path /gtm.js and the parameter id',
    ],
    [
      makeEvidence({ kind: 'disguise', sign: { by: 'shape', path: '/cdn-cgi/rum', parameters: [] } }),
      'recognised by its path /cdn-cgi/rum',
    ],
    [
      makeEvidence({ kind: 'disguise', sign: { by: 'alias', host: 'label.sc.omtrdc.net' } }),
      'the address stands for label.sc.omtrdc.net',
    ],
    [makeEvidence({ kind: 'typed-text', form: 'sha256' }), 'as a hash (SHA-256)'],
    [makeEvidence({ kind: 'typed-text', form: 'plain' }), 'as it was typed'],
    [
      makeEvidence({ kind: 'read-out', parts: ['canvas', 'webgl'] }),
      'how it draws a test picture and which graphics card is used',
    ],
    [makeEvidence({ kind: 'geolocation', permission: 'granted' }), 'allowed'],
    [makeEvidence({ kind: 'geolocation', permission: 'prompt' }), 'not answered so far'],
    [makeEvidence({ kind: 'geolocation' }), ''],
  ])('$0.kind reads "$1"', (evidence, words) => {
    expect(detailWords(english, evidence)).toBe(words);
  });

  it('is in full in a letter: all paths, and the permissions of a link', () => {
    expect(fullDetailWords(english, makeEvidence({ kind: 'pixel', paths: ['/a', '/b'] }))).toBe('/a /b');
    expect(fullDetailWords(english, makeEvidence({ kind: 'upload', paths: ['/a', '/b'] }))).toBe('paths /a and 1 more');
    const link = makeEvidence({ kind: 'link', host: 'a.example', path: '/x', scopes: ['one', 'two'] });
    expect(fullDetailWords(english, link)).toBe('a.example/x one two');
  });
});

describe('subject', () => {
  it.each<[Evidence, string]>([
    [makeEvidence({ kind: 'absence' }), 'a link to a privacy policy'],
    [makeEvidence({ kind: 'geolocation', host: 'www.bobdylan.com', path: '/near.js' }), 'www.bobdylan.com/near.js'],
    [makeEvidence({ kind: 'cookie', name: 'granted' }), 'granted'],
    [makeEvidence({ kind: 'request', host: 'www.clarity.ms' }), 'www.clarity.ms'],
    [makeEvidence({ kind: 'link', host: 'a.example' }), 'a.example'],
    [makeEvidence({ kind: 'link', host: 'a.example', text: 'Shop' }), 'Shop'],
    [makeEvidence({ kind: 'form', words: ['Join', 'News'], target }), 'Join, News'],
    [makeEvidence({ kind: 'form', calledBy: 'target', target }), 'https://subs.sonymusicfans.com/submit'],
    [makeEvidence({ kind: 'flash-object', form: 'embed' }), 'embed'],
    [makeEvidence({ kind: 'flash-object', host: 'a.example', path: '/p.swf' }), 'a.example/p.swf'],
    [
      makeEvidence({
        kind: 'identifier',
        places: [
          { name: '_ga', store: 'cookie' },
          { name: 'visitor', store: 'local' },
        ],
      }),
      '_ga (cookie) = visitor (local)',
    ],
    [
      makeEvidence({
        kind: 'shared-identifier',
        holders: [
          { name: 'uid', host: 'a.example', owner: 'A', isSite: false, how: 'got' },
          { name: '_ga', host: 'site.example', owner: 'site.example', isSite: true, how: 'got' },
        ],
      }),
      'uid (a.example) = _ga (site.example)',
    ],
    [makeEvidence({ kind: 'redirect', way: ['a.example', null, 'b.example'] }), 'a.example → … → b.example'],
  ])('$0.kind reads "$1"', (evidence, words) => {
    expect(subjectWords(english, evidence)).toBe(words);
  });
});

it.each<[Evidence, string]>([
  [makeEvidence({ kind: 'request', host: 'www.clarity.ms', paths: ['/tag'] }), ''],
  [makeEvidence({ kind: 'link', text: 'Shop', host: 'www.amazon.com', path: '/x' }), ''],
  [makeEvidence({ kind: 'cookie', name: '_ga', expiresAt: null, host: 'bobdylan.com' }), 'bobdylan.com'],
])('$0.kind: the host is told as "$1"', (evidence, words) => {
  expect(hostWords(english, evidence)).toBe(words);
});

describe('permissions', () => {
  it('of a sign-in are told in words, by the names that many share', () => {
    const scopes = ['public_profile', 'email', 'something-new', '__proto__'];
    const at = { host: 'www.facebook.com', path: '/v19.0/dialog/oauth' };
    expect(scopesOf(english, makeEvidence({ kind: 'link', text: 'Log in', scopes, ...at }))).toEqual([
      { name: 'public_profile', words: 'see your name and picture' },
      { name: 'email', words: 'see your e-mail address' },
      { name: 'something-new', words: null },
      { name: '__proto__', words: null },
    ]);
  });

  it('of a music service are told apart from the evidence', () => {
    const at = { host: 'accounts.spotify.com', path: '/authorize' };
    expect(scopesOf(english, makeEvidence({ kind: 'link', text: 'Save', scopes: ['streaming'], ...at }))).toEqual([]);
  });

  it('belong to links alone', () => {
    expect(scopesOf(english, makeEvidence({ kind: 'request', paths: ['/a', 'streaming'] }))).toEqual([]);
    expect(scopesOf(english, makeEvidence({ kind: 'link', host: 'example.org', path: '/' }))).toEqual([]);
  });
});

describe('what a page writes', () => {
  /** Evidence of a kind in which all that a page can name is `text`. */
  function named(kind: EvidenceKind, text: string): Evidence {
    switch (kind) {
      case 'request':
      case 'pixel':
      case 'upload':
        return makeEvidence({ kind, paths: [text] });
      case 'frame':
        return makeEvidence({ kind, title: text, path: text });
      case 'cookie':
      case 'local':
      case 'session':
      case 'indexed-db':
      case 'cache':
      case 'service-worker':
      case 'origin-file':
      case 'storage-bucket':
        return makeEvidence({ kind, name: text });
      case 'flash-object':
        return makeEvidence({ kind, path: text, parameters: [text] });
      case 'flash-cookie':
        return makeEvidence({ kind, key: text, entries: [text] });
      case 'form':
        return makeEvidence({ kind, words: [text], target: { scheme: 'https', host: 'f.example', path: text } });
      case 'field':
        return makeEvidence({ kind, names: [text], target: { scheme: 'https', host: 'f.example', path: text } });
      case 'link':
        return makeEvidence({ kind, text, path: text, scopes: [text] });
      case 'consent':
        return makeEvidence({ kind, platform: text });
      case 'geolocation':
        return makeEvidence({ kind, path: text });
      case 'identifier':
        return makeEvidence({ kind, places: [text, 'b'].map((name) => ({ name, store: 'local' as const })) });
      case 'shared-identifier':
        return makeEvidence({
          kind,
          holders: [{ name: text, owner: text, isSite: false, host: 'a.example', how: 'got' }],
        });
      case 'redirect':
        return makeEvidence({ kind, way: [text, 'b.example'] });
      case 'read-out':
        return makeEvidence({ kind, path: text, parts: ['canvas'] });
      case 'typed-text':
        return makeEvidence({ kind, field: text });
      case 'disguise':
        return makeEvidence({ kind, collector: text, sign: { by: 'shape', path: text, parameters: [text] } });
      case 'absence':
        return makeEvidence({ kind });
    }
  }

  const HOSTILE = [
    ...['sent to https://bank.example', 'https://bank.example', 'until 2028-01-01', 'session', 'restored', 'granted'],
    ...['a = b', '_ga (cookie) = visitor (local)', 'a → b', 'shape /x a, b', 'alias evil.example', '/a /b', 'a, b'],
    ...[
      'policy-link',
      'swfobject movie',
      'canvas webgl',
      'sha256',
      '{{path}}',
      '$t(text.title)',
      '__proto__',
      'toString',
    ],
  ];
  /** Stands in no sentence of ours. */
  const MARK = '\u{E000}';
  const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ minLength: 1 }));

  it.each(EVIDENCE_KINDS)('%s: stands as it is in the same words as any other name', (kind) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const told = named(kind, text);
        const plain = named(kind, MARK);
        const put = (words: string): string => words.replaceAll(MARK, () => text);
        expect(subjectWords(english, told)).toBe(put(subjectWords(english, plain)));
        expect(detailWords(english, told)).toBe(put(detailWords(english, plain)));
        expect(fullDetailWords(english, told)).toBe(put(fullDetailWords(english, plain)));
        expect(shortSubjects(english, told)).toEqual(shortSubjects(english, plain).map(put));
        expect(chainOf(told)).toEqual(chainOf(plain).map(put));
        expect(scopesOf(english, told)).toHaveLength(scopesOf(english, plain).length);
      }),
      { examples: HOSTILE.map((text): [string] => [text]) },
    );
  });

  it('makes no two things one, and no one thing two', () => {
    const pairs: readonly (readonly [Evidence, Evidence])[] = [
      [makeEvidence({ kind: 'field', names: ['a, b'] }), makeEvidence({ kind: 'field', names: ['a', 'b'] })],
      [makeEvidence({ kind: 'request', paths: ['/a /b'] }), makeEvidence({ kind: 'request', paths: ['/a', '/b'] })],
      [makeEvidence({ kind: 'redirect', way: ['a → b'] }), makeEvidence({ kind: 'redirect', way: ['a', 'b'] })],
      [makeEvidence({ kind: 'redirect', way: ['…'] }), makeEvidence({ kind: 'redirect', way: [null] })],
      [makeEvidence({ kind: 'local', name: 'a' }), makeEvidence({ kind: 'session', name: 'a' })],
      [makeEvidence({ kind: 'local', name: 'a\nb' }), makeEvidence({ kind: 'local', name: 'a', host: 'b' })],
    ];
    for (const [one, other] of pairs) {
      expect(evidenceKey(one)).not.toBe(evidenceKey(other));
      expect(evidenceKey(one)).toBe(evidenceKey({ ...one, at: 0, count: 9, situation: 'x', behind: 'y' }));
    }
    const way = ['a', 'b'];
    expect(evidenceKey(makeEvidence({ kind: 'redirect', way, host: 'a' }))).toBe(
      evidenceKey(makeEvidence({ kind: 'redirect', way, host: 'b' })),
    );
    // Its title is what is read.
    expect(evidenceKey(makeEvidence({ kind: 'frame', title: 'x', path: '/a' }))).toBe(
      evidenceKey(makeEvidence({ kind: 'frame', title: 'x', path: '/b' })),
    );
  });
});
