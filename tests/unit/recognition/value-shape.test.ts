import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hashIdentifier,
  identifiersIn,
  isIdentifierLike,
  looksLikeFlashLso,
  MAX_IDENTIFIERS,
  shapeOf,
} from '../../../recognition/value-shape.ts';

const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const LSO = 'AL8AAABXVENTTwAEAAAAAAAFcHJlZnMAAAADD2FydGlzdHMJBQEGC0FkZWxlBhVQaW5rIEZsb3lkAAtv';

describe('shapeOf', () => {
  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['7', 'number'],
    ['-3.5', 'number'],
    ['1e9', 'number'],
    ['1234567', 'number'],
    ['0.8234982374982', 'number'],
    ['52.520008', 'number'],
    ['true', 'yes-no'],
    ['No', 'yes-no'],
    ['off', 'yes-no'],
    ['2011-12-31', 'time'],
    ['2024-01-01T10:00:00.000Z', 'time'],
    ['2024-01-01 10:00:00+02:00', 'time'],
    ['2024-01-01T10%3A00%3A00.000Z', 'time'],
    ['Thu, 01 Jan 2026 00:00:00 GMT', 'time'],
    ['Mon Jan 01 2024 10:00:00 GMT+0100', 'time'],
    ['1700000000', 'time'],
    ['1700000000000', 'time'],
    ['20240131', 'time'],
    ['20240131235959', 'time'],
    [UUID, 'uuid'],
    [UUID.toUpperCase(), 'uuid'],
    ['GA1.1.1234567890.1700000000', 'identifier'],
    ['GA1.2-2.123.456', 'identifier'],
    ['fb.1.1700000000000.1234567890', 'identifier'],
    ['a3f9c02e', 'identifier'],
    ['8f14e45fceea167a5a36dedd4bea2543', 'identifier'],
    ['9876543210987', 'identifier'],
    ['fan@example.com', 'e-mail'],
    ['fan%40example.com', 'e-mail'],
    ['https://a.example/x', 'address'],
    ['//a.example/x', 'address'],
    ['https%3A%2F%2Fa.example%2Fx', 'address'],
    ['{"a":1}', 'json'],
    ['[1,2]', 'json'],
    ['%7B%22a%22%3A1%7D', 'json'],
    [`{"a":"${'x'.repeat(3000)}"}`, 'json'],
    [LSO, 'flash-object'],
    ['accepted', 'text'],
    ['en-US', 'text'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'text'],
    ['isGpcEnabled=0&version=202311', 'text'],
    ['C0001:1,C0002:0', 'text'],
    ['1.12.0', 'text'],
    ['Sunday morning', 'text'],
  ])('%s → %s', (value, shape) => {
    expect(shapeOf(value)).toBe(shape);
  });
});

describe('isIdentifierLike', () => {
  it.each([
    UUID,
    'fan@example.com',
    'GA1.2.123.456',
    'GA1.1.1234567890.1700000000',
    '1234567890.1700000000',
    'a3f9c02e',
    'V1StGXR8Z5jdHi6BmyT',
    'kYp3s6v9yBxEzHAMbQeThWmZ',
    '918273645',
    '8f14e45fceea167a5a36dedd4bea2543',
  ])('%s is', (value) => {
    expect(isIdentifierLike(value)).toBe(true);
  });

  it.each([
    ...[
      '',
      'a',
      'accepted',
      'preferences',
      'HomePageBannerSlider',
      'iphone13pro',
      'windows10',
      'version2',
      'step-2-of-3',
    ],
    ...['policy-2011-12-31', '1920x1080', 'en-US', 'zh-Hant-TW', 'true', '0', '42', '1234567', '11111111', '12121212'],
    ...['20240131', '2024-01-31', '1700000000', '1700000000000', 's1700000000', '1.2.3', '10.15.7', '192.168.100.200'],
    ...[
      '0.8234982374982',
      '151.2092',
      'https://a.example/8f14e45fceea167a',
      '{"id":"8f14e45fceea167a"}',
      'a b3f9c02e 1',
    ],
    ...['00000000-0000-0000-0000-000000000000', '1700000000.1700000000', 'supercalifragilisticexpialidocious'],
  ])('%s is not', (value) => {
    expect(isIdentifierLike(value)).toBe(false);
  });

  it.each([
    ['UUIDs', 1, () => randomUUID()],
    ['32 hex digits', 1, () => randomBytes(16).toString('hex')],
    ['Google client ids', 0.99, () => `${Math.floor(Math.random() * 2 ** 31)}.1700000000`],
    ['22 characters of base64url', 0.9, () => randomBytes(16).toString('base64url')],
    ['8 hex digits', 0.8, () => randomBytes(4).toString('hex')],
    ['10 characters of base 36', 0.6, () => Math.random().toString(36).slice(2, 12).padEnd(10, '7')],
  ])('finds most random %s', (_, share, make) => {
    const found = Array.from({ length: 2000 }, make).filter(isIdentifierLike);
    expect(found.length / 2000).toBeGreaterThanOrEqual(share);
  });
});

describe('identifiersIn', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['accepted', []],
    [UUID, [UUID]],
    [UUID.toUpperCase(), [UUID]],
    ['Fan@Example.com', ['fan@example.com']],
    ['GA1.1.1234567890.1700000000', ['1234567890.1700000000']],
    ['GA1.2.123.456', ['123.456']],
    ['fb.1.1700000000000.1234567890', ['1700000000000.1234567890']],
    ['1.1.851631560.1685251950', ['851631560.1685251950']],
    ['GS1.1.1700000000.3.1.1700000123.60.0.0', []],
    ['GS2.1.s1700000000$o3$g1$t1700000123$j60$l0$h0', []],
    ['a1b2c3d4e5f60718.1700000000.', ['a1b2c3d4e5f60718']],
    ['s%3Aa1b2c3d4e5f60718.kYp3s6v9yBxEzHAMbQeThWmZ', ['kYp3s6v9yBxEzHAMbQeThWmZ', 'a1b2c3d4e5f60718']],
    ['user_8f14e45fceea167a', ['8f14e45fceea167a']],
    ['amzn-user-8f14e45fceea167a', ['8f14e45fceea167a']],
    [`groups=C0001:1,C0002:0&consentId=${UUID}&version=202311`, [UUID]],
    [`{"id":"${UUID}","n":3}`, [UUID]],
    [`{"${UUID}":1,"a1b2c3d4e5f60718" : true}`, []],
    [`%257B%2522id%2522%253A%2522${UUID}%2522%257D`, [UUID]],
    ['{"n":918273645546}', ['918273645546']],
    ['https://cdn.example/main.a1b2c3d4e5f60718.js', []],
    [`https://a.example/x?uid=${UUID}`, [UUID]],
    ['0.8234982374982', []],
    ['G-ABC1234567', []],
    ['UA-12345678-1', []],
    ['00000000-0000-0000-0000-000000000000', []],
    [LSO, []],
    // The first part of every such token is the same: {"alg":"HS256","typ":"JWT"}
    [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N',
      ['eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N'],
    ],
  ])('%s → %j', (value, found) => {
    expect(identifiersIn(value)).toEqual(found);
  });

  it('finds the same visitor in a cookie and in a request', () => {
    const [kept] = identifiersIn('GA1.1.1234567890.1700000000');
    const [sent] = identifiersIn('1234567890.1700000000');
    expect(kept).toBe(sent);
    expect(hashIdentifier(kept!, 's')).toBe(hashIdentifier(sent!, 's'));
  });

  it('gives at most five, the longest first, each once', () => {
    const tokens = Array.from({ length: 9 }, (_, i) => `a1b2c3d4${'9z'.repeat(i)}`);
    const found = identifiersIn([...tokens, ...tokens].join('|'));
    expect(found).toEqual(tokens.reverse().slice(0, MAX_IDENTIFIERS));
  });

  it('looks at the first 2,000 characters alone', () => {
    expect(identifiersIn(`${'word '.repeat(500)}${UUID}`)).toEqual([]);
  });
});

describe('hashIdentifier', () => {
  it('is the same for the same value and salt, and 16 hex digits', () => {
    expect(hashIdentifier('abc', 'salt')).toBe(hashIdentifier('abc', 'salt'));
    expect(hashIdentifier('', '')).toMatch(/^[\da-f]{16}$/);
  });

  it('depends on the value, the salt, and where one ends', () => {
    const hashes = [
      hashIdentifier('abc', 'x'),
      hashIdentifier('abc', 'y'),
      hashIdentifier('abd', 'x'),
      hashIdentifier('bc', 'xa'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  it('has no two equal among 300,000 values that are alike', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 300_000; i++) seen.add(hashIdentifier(String(i), 'salt'));
    expect(seen.size).toBe(300_000);
  });

  it('has no two equal halves more often than chance would have them', () => {
    const high = new Set<string>();
    const low = new Set<string>();
    for (let i = 0; i < 100_000; i++) {
      const hash = hashIdentifier(`1234567890.${i}`, 'salt');
      high.add(hash.slice(0, 8));
      low.add(hash.slice(8));
    }
    // By chance 100,000 of 2^32 meet about once.
    expect(high.size).toBeGreaterThan(99_980);
    expect(low.size).toBeGreaterThan(99_980);
  });

  it('changes about half of its bits with one bit of the value', () => {
    let changed = 0;
    const rounds = 2000;
    for (let i = 0; i < rounds; i++) {
      const a = BigInt(`0x${hashIdentifier(`value ${i} a`, 's')}`);
      const b = BigInt(`0x${hashIdentifier(`value ${i} c`, 's')}`);
      changed += (a ^ b).toString(2).replaceAll('0', '').length;
    }
    expect(changed / rounds / 64).toBeGreaterThan(0.48);
    expect(changed / rounds / 64).toBeLessThan(0.52);
  });
});

describe('looksLikeFlashLso', () => {
  it.each([
    [LSO, true],
    [LSO.slice(0, 16), true],
    [LSO.slice(0, 15), false],
    ['AL8AAABXVENTTwAD', false],
    ['', false],
  ])('%s: %s', (value, expected) => {
    expect(looksLikeFlashLso(value)).toBe(expected);
  });
});

describe('any value of a page', () => {
  const hostile = fc.oneof(
    fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom('%', '%2', '%25', '%7B', '"', ':', '.', '-', '_', '@', '1', 'a', 'A', 'f', '{', '\ud800'),
        { maxLength: 300 },
      )
      .map((parts) => parts.join('')),
  );

  it('gives a shape and identifiers without an exception', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        shapeOf(value);
        const found = identifiersIn(value);
        expect(found.length).toBeLessThanOrEqual(MAX_IDENTIFIERS);
        for (const identifier of found) {
          expect(identifier.length).toBeGreaterThan(2);
          // What was found is found again in itself: a cookie and a request agree.
          expect(identifiersIn(identifier)).toEqual([identifier]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    'a',
    '1',
    'f',
    '-',
    '.',
    '"',
    '%25',
    '@',
    '_',
    '{',
    'a.',
    '1.',
    '11.',
    'a-',
    'a_',
    'a@',
    'aA1',
    '":',
    '":"',
    'a://',
    '=',
    'GA1.1.',
    '123456.',
  ])('looks at no more than the beginning of 5 million of %j', (part) => {
    const value = part.repeat(5_000_000 / part.length);
    const start = performance.now();
    shapeOf(value);
    identifiersIn(value);
    isIdentifierLike(value);
    // Milliseconds where it does, minutes where it does not.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
